import type { InspectionScore } from '../../objects/taxonomy/tag-inspection.ts';
import type { GovernedObject, Language } from '../../objects/taxonomy/types.ts';
import type { Behind } from '../assessment/sheet.ts';

/** One of the five scores: what the inspector gave, and what the application counts beside it (7.1.2). */
export interface ScoreLine {
  readonly name: InspectionScore;
  readonly label: string;
  readonly given: number | null;
  /** In percent; null where nothing was judged. */
  readonly figure: number | null;
  readonly part: number;
  readonly whole: number;
}

/** A record of the sample as it stands now. */
export interface SampleLine {
  readonly object: GovernedObject;
  readonly objectLabel: string;
  readonly id: string;
  readonly record: string;
  readonly member: string;
  /** What is the matter with its tags, in the words everybody reads on the record; empty where nothing is. */
  readonly problem: string;
  readonly clause: string;
  /** Notices issued of it by this inspection. */
  readonly notices: readonly { readonly id: string; readonly number: string; readonly status: string }[];
}

/** What the page of an inspection shows. */
export interface InspectionPage {
  readonly language: Language;
  readonly timeZone: string;
  readonly name: string;
  /** The month whose facts are counted. */
  readonly counted: string;
  readonly mayIssue: boolean;
  readonly scores: readonly ScoreLine[];
  /** What counted against the members inspected. */
  readonly behind: readonly Behind[];
  readonly sample: readonly SampleLine[];
}
