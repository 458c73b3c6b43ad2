import { appendFile, readFile, rm } from 'node:fs/promises';
import {
  BACKED_UP,
  type BackedUpField,
  type BackedUpObject,
  fieldsKept,
  isLateLink,
} from '../../../workflows/backup/backed-up.ts';
import { judgeRecord, type RecordVerdict } from '../../../workflows/backup/judge-record.ts';
import { MEMBERS, recordsIn } from '../../../workflows/backup/manifest.ts';
import { isEmpty } from '../../../workflows/entries/changed-fields.ts';
import { mayWrite } from '../../../workflows/gateway/caller.ts';
import type { TwentyClient } from '../../../workflows/gateway/client.ts';
import { TwentyError } from '../../../workflows/gateway/errors.ts';
import { LIVE_OR_DELETED } from '../../../workflows/gateway/live-or-deleted.ts';
import { apiNames } from '../../../workflows/gateway/names.ts';
import { PAGE_SIZE, readLists } from '../../../workflows/gateway/read.ts';
import { upsertEach, type WriteFailure } from '../../../workflows/gateway/write.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { UsageError } from '../output.ts';
import { recordsOf } from './chain-records.ts';
import { Progress } from './progress.ts';
import { selectionOf } from './read-pages.ts';
import type { ProvenChain } from './verify-chain.ts';
import type { PacedClient } from './workspace-client.ts';

export interface RestoreOptions {
  readonly chain: ProvenChain;
  /** Address of the workspace it is restored into. */
  readonly workspace: string;
  /** Writes what people write, by an API key. */
  readonly client: PacedClient;
  /** Writes what is the application's alone, by its own token; null where there is none. */
  readonly application: PacedClient | null;
  /** False only looks. */
  readonly isApplied: boolean;
  /** Also writes over what people have written since. */
  readonly overwrites: boolean;
  /** Where it is noted which records are being written, so that a restore that is cut off knows its own. */
  readonly journal: string;
  readonly tell: (line: string) => void;
}

/** What a restore did with the records of one object, or would do. */
export interface ObjectTally {
  create: number;
  update: number;
  /** Of those, brought back from the trash. */
  broughtBack: number;
  same: number;
  conflict: number;
  /** Records nobody but the application may write, and it has no token here. */
  left: number;
  /** Records of which the same is true of what the application keeps on them. */
  partly: number;
}

export interface RestoreReport {
  readonly chain: readonly string[];
  readonly isApplied: boolean;
  readonly objects: Readonly<Record<string, ObjectTally>>;
  /** Records that people have written since, with what differs; never the values. */
  readonly conflicts: readonly { readonly object: string; readonly id: string; readonly fields: readonly string[] }[];
  /** Links whose other end is nowhere: they are left empty. */
  readonly unlinked: number;
  readonly failures: readonly WriteFailure[];
  readonly calls: number;
  readonly seconds: number;
}

/** How the workspace lets us write. */
interface Hands {
  readonly people: TwentyClient;
  /** Null where nobody may write what is the application's. */
  readonly application: TwentyClient | null;
  /** One hand for both, as on servers before 2.43: one write a record. */
  readonly isOne: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

const handsOf = async ({ client, application, workspace, isApplied }: RestoreOptions): Promise<Hands> => {
  if (isApplied && !(await mayWrite(client, [{ object: 'company', field: 'tagCustomerType' }]))) {
    throw new UsageError(`The key's role may not write the tags at ${workspace}; give it a key that may`);
  }
  if (await mayWrite(client, [{ object: 'tagLog', field: 'byName' }]))
    return { people: client, application: client, isOne: true };
  return { people: client, application, isOne: false };
};

/** The users of the workspace for those of the backup: the same one, or whoever has the address now. */
const membersOf = async (chain: ProvenChain, client: TwentyClient): Promise<ReadonlyMap<string, string>> => {
  const [users = []] = await readLists(client, [{ object: MEMBERS, filter: {}, selection: 'id userEmail' }]);
  const known = new Set(users.map(({ id }) => String(id)));
  const byAddress = new Map(users.map(({ id, userEmail }) => [String(userEmail ?? '').toLowerCase(), String(id)]));
  const ids = new Map<string, string>();
  for await (const { id, userEmail } of recordsOf(chain, MEMBERS)) {
    const address = String(userEmail ?? '').toLowerCase();
    const now = known.has(String(id)) ? String(id) : address && byAddress.get(address);
    if (now) ids.set(String(id), now);
  }
  return ids;
};

/** The records that a restore which was cut off had begun to write. */
class Journal {
  readonly #file: string;
  readonly #head: string;
  #ids: Set<string> | null = null;

  constructor(file: string, head: string) {
    this.#file = file;
    this.#head = head;
  }

  async #load(): Promise<Set<string>> {
    const [head, ...ids] = (await readFile(this.#file, 'utf8').catch(() => '')).split('\n');
    if (head === this.#head) return new Set(ids.filter(Boolean));
    // Of another restore, which is over for good: what it wrote is as any other.
    await rm(this.#file, { force: true });
    return new Set();
  }

  async has(id: string): Promise<boolean> {
    this.#ids ??= await this.#load();
    return this.#ids.has(id);
  }

  async add(ids: readonly string[]): Promise<void> {
    this.#ids ??= await this.#load();
    const own = this.#ids;
    const fresh = ids.filter((id) => !own.has(id));
    if (fresh.length === 0) return;
    try {
      await appendFile(this.#file, `${own.size === 0 ? `${this.#head}\n` : ''}${fresh.join('\n')}\n`, { mode: 0o600 });
    } catch (error) {
      throw new UsageError(
        `${this.#file} cannot be written (${(error as NodeJS.ErrnoException).code}); name another place with --journal`,
      );
    }
    for (const id of fresh) own.add(id);
  }

  close(): Promise<void> {
    return rm(this.#file, { force: true });
  }
}

interface Judged {
  readonly kept: TwentyRecord;
  /** Where it is written to. */
  readonly id: string;
  readonly verdict: RecordVerdict;
  readonly links: Fields;
  /** It is in the trash, or this restore has taken it out of there or made it, and there it belongs. */
  readonly isTrash: boolean;
}

const MOST_CONFLICTS = 1000;

/** Brings a chain back into a workspace. */
class Restoring {
  readonly #options: RestoreOptions;
  readonly #hands: Hands;
  readonly #members: ReadonlyMap<string, string>;
  readonly #journal: Journal;
  readonly #isEncrypted: boolean;
  /** What is there once it is written, by object. */
  readonly #present = new Map<string, Set<string>>();
  readonly #late: {
    readonly object: BackedUpObject;
    readonly id: string;
    readonly field: BackedUpField;
    readonly to: string;
  }[] = [];
  readonly #trash = new Map<BackedUpObject, readonly string[]>();
  readonly #tallies: Record<string, ObjectTally> = {};
  readonly #conflicts: { object: string; id: string; fields: readonly string[] }[] = [];
  readonly #failures: WriteFailure[] = [];
  #unlinked = 0;

  constructor(options: RestoreOptions, hands: Hands, members: ReadonlyMap<string, string>) {
    this.#options = options;
    this.#hands = hands;
    this.#members = members;
    const last = options.chain.links.at(-1);
    this.#journal = new Journal(options.journal, `${last?.digest ?? ''} ${options.workspace}`);
    this.#isEncrypted = options.chain.links[0]?.manifest.encryption !== null;
  }

  #tallyOf(object: BackedUpObject): ObjectTally {
    const tally = this.#tallies[object.name] ?? {
      create: 0,
      update: 0,
      broughtBack: 0,
      same: 0,
      conflict: 0,
      left: 0,
      partly: 0,
    };
    this.#tallies[object.name] = tally;
    return tally;
  }

  /** What the workspace holds of a batch: by id, or by key where the application makes the record itself. */
  async #currentOf(object: BackedUpObject, batch: readonly TwentyRecord[]): Promise<ReadonlyMap<string, TwentyRecord>> {
    const by = object.identity;
    const [found = []] = await readLists(this.#options.client, [
      {
        object: object.name,
        filter: { and: [LIVE_OR_DELETED, { [by]: { in: batch.map((record) => String(record[by])) } }] },
        selection: selectionOf(object, this.#isEncrypted),
      },
    ]);
    return new Map(found.map((record) => [String(record[by]), record]));
  }

  /** The links of a record as they are here: to the same record, to the user of that address, or to nothing. */
  #linksOf(object: BackedUpObject, kept: TwentyRecord): Fields {
    const links: Record<string, unknown> = {};
    for (const field of object.fields) {
      const to = kept[field.column];
      if (!field.target || typeof to !== 'string') continue;
      if (field.target === MEMBERS) links[field.column] = this.#members.get(to) ?? null;
      else if (!isLateLink(object, field)) links[field.column] = this.#present.get(field.target)?.has(to) ? to : null;
    }
    return links;
  }

  async #judge(object: BackedUpObject, batch: readonly TwentyRecord[]): Promise<readonly Judged[]> {
    const current = await this.#currentOf(object, batch);
    const fields = fieldsKept(object, this.#isEncrypted);
    const judged: Judged[] = [];
    for (const kept of batch) {
      const now = current.get(String(kept[object.identity]));
      const links = this.#linksOf(object, kept);
      const isOurs = await this.#journal.has(String(kept.id));
      const isForced = this.#options.overwrites || isOurs;
      const verdict = judgeRecord(fields, { ...kept, ...links }, now, { isForced });
      const isTrash = Boolean(kept.deletedAt) && (!now || Boolean(now.deletedAt) || isOurs);
      judged.push({ kept, id: String(now?.id ?? kept.id), verdict, links, isTrash });
    }
    return judged;
  }

  #count(object: BackedUpObject, { id, kept, links, verdict: { verdict, fields, isBroughtBack } }: Judged): void {
    this.#unlinked += fields.filter(({ column }) => links[column] === null && kept[column] !== null).length;
    const tally = this.#tallyOf(object);
    if (verdict === 'CREATE') tally.create += 1;
    if (verdict === 'UPDATE') tally.update += 1;
    if (verdict === 'SAME') tally.same += 1;
    if (verdict === 'CONFLICT') tally.conflict += 1;
    if (verdict === 'UPDATE' && isBroughtBack) tally.broughtBack += 1;
    const isWritten = verdict === 'CREATE' || verdict === 'UPDATE';
    const isOurs = fields.some(({ column, writer }) => writer === 'APPLICATION' && !isEmpty(kept[column]));
    if (isWritten && isOurs && !this.#hands.application) tally.partly += 1;
    if (verdict === 'CONFLICT' && this.#conflicts.length < MOST_CONFLICTS) {
      this.#conflicts.push({ object: object.name, id, fields: fields.map(({ column }) => column) });
    }
  }

  /** What is written of a record: its fields as they are kept, the links as they are here. */
  #valuesOf(object: BackedUpObject, { kept, verdict, links }: Judged, of: (field: BackedUpField) => boolean): Fields {
    return Object.fromEntries(
      verdict.fields
        .filter((field) => of(field) && !isLateLink(object, field))
        .map(({ column }) => [column, column in links ? links[column] : kept[column]]),
    );
  }

  async #upsert(client: TwentyClient, object: BackedUpObject, patches: readonly { id: string; fields: Fields }[]) {
    if (patches.length === 0) return new Set<string>();
    const { failures } = await upsertEach(client, object.name, patches);
    this.#failures.push(...failures);
    return new Set(failures.map(({ id }) => id));
  }

  /** Writes a batch, by one hand or by both. */
  async #write(object: BackedUpObject, batch: readonly Judged[]): Promise<void> {
    const { people, application, isOne } = this.#hands;
    const wanted = batch.filter(({ verdict: { verdict } }) => verdict === 'CREATE' || verdict === 'UPDATE');
    this.#trash.set(object, [
      ...(this.#trash.get(object) ?? []),
      ...batch.flatMap((one) => (one.isTrash ? one.id : [])),
    ]);
    if (wanted.length === 0) return;
    await this.#journal.add(wanted.map(({ kept }) => String(kept.id)));
    const made = ({ kept, verdict }: Judged): Fields =>
      verdict.verdict === 'CREATE' ? { createdAt: kept.createdAt, createdBy: kept.createdBy } : {};
    const maker = object.isApplications ? application : people;
    if (!maker) return;
    const isMakers = (field: BackedUpField): boolean =>
      isOne || object.isApplications || field.writer !== 'APPLICATION';
    const refused = await this.#upsert(
      maker,
      object,
      wanted
        .map((one) => ({ id: one.id, fields: { ...made(one), ...this.#valuesOf(object, one, isMakers) }, one }))
        .filter(
          ({ fields, one }) =>
            one.verdict.verdict === 'CREATE' || one.verdict.isBroughtBack || Object.keys(fields).length > 0,
        ),
    );
    const written = wanted.filter(({ id }) => !refused.has(id));
    if (application && !isOne && !object.isApplications) {
      const patches = written
        .map((one) => ({ id: one.id, fields: this.#valuesOf(object, one, ({ writer }) => writer === 'APPLICATION') }))
        .filter(({ fields }) => Object.keys(fields).length > 0);
      await this.#upsert(application, object, patches);
    }
    for (const { id } of wanted) if (refused.has(id)) this.#present.get(object.name)?.delete(id);
    for (const one of written) {
      for (const field of one.verdict.fields) {
        const to = one.kept[field.column];
        const isSet = typeof to === 'string';
        if (!isLateLink(object, field) || (one.verdict.verdict === 'CREATE' && !isSet)) continue;
        this.#late.push({ object, id: one.id, field, to: isSet ? to : '' });
      }
    }
  }

  async #batch(object: BackedUpObject, batch: readonly TwentyRecord[]): Promise<void> {
    const judged = await this.#judge(object, batch);
    const present = this.#present.get(object.name) ?? new Set();
    this.#present.set(object.name, present);
    const isLeft = object.isApplications && !this.#hands.application;
    for (const one of judged) {
      if (!isLeft || one.verdict.verdict === 'SAME') {
        this.#count(object, one);
        present.add(one.id);
      } else {
        this.#tallyOf(object).left += 1;
      }
    }
    if (this.#options.isApplied && !isLeft) await this.#write(object, judged);
  }

  /** Links to records that came after, or to others of the same object. */
  async #writeLate(): Promise<void> {
    for (const [object, links] of Map.groupBy(this.#late, (link) => link.object)) {
      for (const [hand, some] of Map.groupBy(links, ({ field }) => field.writer)) {
        const isPeoples = this.#hands.isOne || (hand === 'PERSON' && !object.isApplications);
        const client = isPeoples ? this.#hands.people : this.#hands.application;
        if (!client) continue;
        const patches = new Map<string, Record<string, unknown>>();
        for (const { id, field, to } of some) {
          const isThere = to !== '' && this.#present.get(String(field.target))?.has(to);
          if (to !== '' && !isThere) this.#unlinked += 1;
          patches.set(id, { ...patches.get(id), [field.column]: isThere ? to : null });
        }
        await this.#upsert(
          client,
          object,
          [...patches].map(([id, fields]) => ({ id, fields })),
        );
      }
    }
  }

  /** Puts back into the trash what was there: whatever writes a record by its id takes it out. */
  async #writeTrash(): Promise<void> {
    for (const [object, ids] of this.#trash) {
      const client = object.isApplications ? this.#hands.application : this.#hands.people;
      const { type, deleteMany } = apiNames(object.name);
      for (let at = 0; client && at < ids.length; at += PAGE_SIZE) {
        const filter = { and: [{ id: { in: ids.slice(at, at + PAGE_SIZE) } }, { deletedAt: { is: 'NULL' } }] };
        try {
          await client.request(`mutation Trash($f:${type}FilterInput!){${deleteMany}(filter:$f){id}}`, { f: filter });
        } catch (error) {
          if (!(error instanceof TwentyError) || error.isTransient) throw error;
          const { code, message: reason } = error;
          this.#failures.push(
            ...ids.slice(at, at + PAGE_SIZE).map((id) => ({ object: object.name, id, code, reason })),
          );
        }
      }
    }
  }

  async run(): Promise<Omit<RestoreReport, 'calls' | 'seconds'>> {
    const { chain, isApplied, tell } = this.#options;
    const progress = new Progress(
      chain.links.reduce((sum, { manifest }) => sum + recordsIn(manifest), 0),
      tell,
    );
    for (const object of BACKED_UP) {
      let batch: TwentyRecord[] = [];
      for await (const record of recordsOf(chain, object.name, () => progress.add(1))) {
        batch.push(record);
        if (batch.length < PAGE_SIZE) continue;
        await this.#batch(object, batch);
        batch = [];
      }
      if (batch.length > 0) await this.#batch(object, batch);
    }
    if (isApplied) {
      await this.#writeLate();
      await this.#writeTrash();
      if (this.#failures.length === 0) await this.#journal.close();
    }
    return {
      chain: chain.links.map(({ manifest }) => manifest.id),
      isApplied,
      objects: this.#tallies,
      conflicts: this.#conflicts,
      unlinked: this.#unlinked,
      failures: this.#failures,
    };
  }
}

/**
 * Compares a chain with a workspace, and writes what differs where that is wanted: ids are kept, what is in the trash
 * comes back, what people have written since is left to them, nothing is deleted, and nothing is touched that the policy
 * does not govern. Called again it writes what is left.
 * @throws TwentyError when Twenty cannot be reached
 */
export const restoreChain = async (options: RestoreOptions): Promise<RestoreReport> => {
  const began = performance.now();
  const hands = await handsOf(options);
  const members = await membersOf(options.chain, options.client);
  const report = await new Restoring(options, hands, members).run();
  const calls = options.client.calls() + (options.application?.calls() ?? 0);
  return { ...report, calls, seconds: (performance.now() - began) / 1000 };
};
