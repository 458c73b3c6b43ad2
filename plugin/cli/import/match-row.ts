import type { Reason } from './reasons.ts';

/** What a record of the workspace is told by. */
export interface Candidate {
  readonly id: string;
  readonly isDeleted: boolean;
  readonly code: string;
  readonly nameKey: string;
  readonly domain: string;
}

/** The same of a row; empty where the file says nothing of it. */
export interface RowKeys {
  readonly id: string | null;
  readonly code: string;
  readonly nameKey: string;
  readonly domain: string;
}

/** What somebody has decided of a row: that it is new, to be skipped, or which record it is. */
export type Decision = 'new' | 'skip' | { readonly id: string };

export type Match =
  | { readonly kind: 'ONE'; readonly id: string; readonly by: 'ID' | 'CODE' | 'NAME' | 'DECISION' }
  | { readonly kind: 'NONE'; readonly id: string | null }
  | { readonly kind: 'UNCLEAR'; readonly reason: Reason; readonly ids: readonly string[] };

const unclear = (reason: Reason, candidates: readonly Candidate[] = []): Match => ({
  kind: 'UNCLEAR',
  reason,
  ids: [...new Set(candidates.map(({ id }) => id))],
});

/** Candidates by what they are found by. */
export class Candidates {
  readonly #byId = new Map<string, Candidate>();
  readonly #by = {
    code: new Map<string, Candidate[]>(),
    name: new Map<string, Candidate[]>(),
    domain: new Map<string, Candidate[]>(),
  };

  constructor(candidates: Iterable<Candidate>) {
    for (const candidate of candidates) {
      this.#byId.set(candidate.id, candidate);
      this.#add('code', candidate.code, candidate);
      this.#add('name', candidate.nameKey, candidate);
      this.#add('domain', candidate.domain, candidate);
    }
  }

  #add(kind: 'code' | 'name' | 'domain', key: string, candidate: Candidate): void {
    if (key === '') return;
    const some = this.#by[kind].get(key);
    if (some) some.push(candidate);
    else this.#by[kind].set(key, [candidate]);
  }

  byId(id: string): Candidate | undefined {
    return this.#byId.get(id);
  }

  by(kind: 'code' | 'name' | 'domain', key: string): readonly Candidate[] {
    return key === '' ? [] : (this.#by[kind].get(key) ?? []);
  }
}

const decided = (decision: Exclude<Decision, 'skip'>, candidates: Candidates): Match => {
  if (decision === 'new') return { kind: 'NONE', id: null };
  const found = candidates.byId(decision.id);
  if (!found) return unclear('NO_SUCH_RECORD');
  return found.isDeleted ? unclear('IN_TRASH', [found]) : { kind: 'ONE', id: found.id, by: 'DECISION' };
};

/**
 * Which record of the workspace a row is of: by its id, by the credit code, by the name. Where these do not say one and
 * the same thing, nothing is guessed; the mail domain of a contact alone is a hint, and never enough.
 */
export const matchRow = (keys: RowKeys, candidates: Candidates, decision?: Exclude<Decision, 'skip'>): Match => {
  if (decision) return decided(decision, candidates);
  const own = keys.id === null ? undefined : candidates.byId(keys.id);
  if (own?.isDeleted) return unclear('IN_TRASH', [own]);
  const live = (found: readonly Candidate[]): readonly Candidate[] => found.filter(({ isDeleted }) => !isDeleted);
  const [coded, named] = [candidates.by('code', keys.code), candidates.by('name', keys.nameKey)];
  const [byCode, byName] = [live(coded), live(named)];
  if (own) {
    const others = [...byCode, ...byName].filter(({ id }) => id !== own.id);
    return others.length > 0 ? unclear('KEYS_DISAGREE', [own, ...others]) : { kind: 'ONE', id: own.id, by: 'ID' };
  }
  if (byCode.length > 1) return unclear('SEVERAL', byCode);
  const [code] = byCode;
  if (code) {
    const others = byName.filter(({ id }) => id !== code.id);
    return others.length > 0 ? unclear('KEYS_DISAGREE', [code, ...others]) : { kind: 'ONE', id: code.id, by: 'CODE' };
  }
  if (byName.length > 1) return unclear('SEVERAL', byName);
  const [name] = byName;
  if (name) {
    const isOther = keys.code !== '' && name.code !== '' && name.code !== keys.code;
    return isOther ? unclear('OTHER_CODE', [name]) : { kind: 'ONE', id: name.id, by: 'NAME' };
  }
  const trashed = [...coded, ...named];
  if (trashed.length > 0) return unclear('IN_TRASH', trashed);
  const hinted = live(candidates.by('domain', keys.domain));
  // A file that brings Twenty's own id along, as an export of another workspace does, keeps it.
  return hinted.length > 0 ? unclear('MAIL_ALONE', hinted) : { kind: 'NONE', id: keys.id };
};
