/** What is known of one control of a form: enough to find it again, and what it takes. */

/** A control of a page, enough to find it again and to see that it is still the same one. */
export interface ControlTarget {
  /** The frame, see `FrameSnapshot.path`. */
  readonly frame: readonly number[];
  /** CSS selector within the frame, ` >>> ` between a shadow host and what is inside. */
  readonly selector: string;
  /** Tag in lower case; `div` and the like for an editable region. */
  readonly tag: string;
  /** Type of an `input`, in lower case; `''` for any other tag. */
  readonly type: string;
  /** Its `name`, `''` where it has none. */
  readonly name: string;
}

export interface ControlFacts {
  readonly target: ControlTarget;
  /** What stands in it: typed text, the value of the chosen option, the text of an editable region. */
  readonly value: string;
  readonly isTicked: boolean;
  readonly isDisabled: boolean;
  readonly isReadOnly: boolean;
  /** Most UTF-16 code units that it takes. */
  readonly limit?: number;
  /** Of a `select`: its options in order. */
  readonly options?: readonly ControlOption[];
  readonly isMultiple?: true;
  /** A handler in its markup, or what kind of control it is, would send the form or leave the page. */
  readonly submits?: true;
}

export interface ControlOption {
  readonly value: string;
  /** As displayed. */
  readonly text: string;
  readonly isDisabled?: true;
}
