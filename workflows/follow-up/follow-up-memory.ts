import { isObject, type Slice, text } from '../memory/slice.ts';

/** What is remembered of the follow-up of an opportunity. */
export interface FollowUpMemory {
  readonly followUp?: {
    /** The date as the last judgement left it, `YYYY-MM-DD`. */
    readonly date?: string;
    /** The instant by which a person had set it; absent where it was proposed. ISO 8601. */
    readonly setBy?: string;
    /** When the deal was last followed up. ISO 8601. */
    readonly at: string;
  };
}

export const followUpMemory: Slice<FollowUpMemory> = ({ followUp }) => {
  if (!isObject(followUp)) return {};
  const { date, setBy, at } = followUp;
  if (typeof at !== 'string') return {};
  const [day, set] = [text(date), text(setBy)];
  return { followUp: { ...(day ? { date: day } : {}), ...(set ? { setBy: set } : {}), at } };
};
