/** Facts about one control of a form: enough to find it again, and what it takes. */

/** A control of a page: enough to find it again and to see that it is still the same one. */
export interface ControlTarget {
  /** The frame, see `FrameSnapshot.path`. */
  readonly frame: readonly number[];
  /** CSS selector within the frame, with ` >>> ` between a shadow host and its content. */
  readonly selector: string;
  /** Tag in lower case; `div` and the like for an editable region. */
  readonly tag: string;
  /** Type of an `input`, in lower case; `''` for any other tag. */
  readonly type: string;
  /** Its `name`; `''` if it has none. */
  readonly name: string;
}

export interface ControlFacts {
  readonly target: ControlTarget;
  /**
   * Content: typed text, the value of the chosen option or of the box, or an editable region's lines separated by `\n`.
   */
  readonly value: string;
  readonly isTicked: boolean;
  /** Set if the page disables it, or it is out of the officer's sight. */
  readonly isDisabled: boolean;
  /**
   * Set if the page makes it read-only, or its content could not be restored: formatted text, several chosen options.
   */
  readonly isReadOnly: boolean;
  /** Most UTF-16 code units that it accepts. */
  readonly limit?: number;
  /** Formats in an `input`'s markup, for its way of writing: `pattern` and `data-date-format`. */
  readonly formats?: readonly string[];
  /** Days in hidden fields that belong to an `input`, as calendars keep them. */
  readonly mirrors?: readonly string[];
  /** Options of a `select`, in order. */
  readonly options?: readonly ControlOption[];
  readonly isMultiple?: true;
  /** Set if a handler in its markup would send the form or leave the page, or if it is a button or not typed into. */
  readonly submits?: true;
}

export interface ControlOption {
  readonly value: string;
  /** Text as displayed. */
  readonly text: string;
  readonly isDisabled?: true;
}
