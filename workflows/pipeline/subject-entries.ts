import { type Entry, laterEntry } from './entry.ts';
import { subjectKey } from './plan-judgements.ts';
import type { Scope } from './scope.ts';
import type { Snapshot } from './snapshot.ts';

/** The entries of a scope by subject: what was entered on a key contact was entered on the customer. */
export const subjectEntries = (scope: Scope, snapshot: Snapshot): ReadonlyMap<string, Entry> => {
  const entries = new Map(scope.entries);
  for (const company of snapshot.subjects.company) {
    const onContact = scope.entries.get(`person:${String(company.tagKeyContactId)}`);
    if (!onContact) continue;
    const key = subjectKey('company', String(company.id));
    entries.set(key, laterEntry(entries.get(key), onContact));
  }
  return entries;
};
