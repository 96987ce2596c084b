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
  /** What stands in it: typed text, the value of the chosen option or of the box, an editable region's lines parted by `\n`. */
  readonly value: string;
  readonly isTicked: boolean;
  /** By the page's word, or out of the officer's sight. */
  readonly isDisabled: boolean;
  /** By the page's word; or what stands there could not be put back: formatted text, several chosen options. */
  readonly isReadOnly: boolean;
  /** Most UTF-16 code units that it takes. */
  readonly limit?: number;
  /** Of an `input`: what its markup says of how it is written, `pattern` and `data-date-format`. */
  readonly formats?: readonly string[];
  /** Of an `input`: days that fields out of sight hold which belong to it, as calendars keep them. */
  readonly mirrors?: readonly string[];
  /** Of a `select`: its options in order. */
  readonly options?: readonly ControlOption[];
  readonly isMultiple?: true;
  /** A handler in its markup would send the form or leave the page; or it is a button, or another thing not typed into. */
  readonly submits?: true;
}

export interface ControlOption {
  readonly value: string;
  /** As displayed. */
  readonly text: string;
  readonly isDisabled?: true;
}
