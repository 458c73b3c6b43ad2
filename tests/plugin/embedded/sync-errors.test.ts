import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OUTPUT } from '../../../plugin/cli/build.ts';
import type { Manifest } from '../../../plugin/embedded/manifest.ts';
import { ManifestRefused } from '../../../plugin/embedded/validate-manifest/manifest-refused.ts';
import type { TakenNames } from '../../../plugin/embedded/validate-manifest/site.ts';
import { createWorkspace } from '../../../plugin/embedded/workspace.ts';
import recorded from '../../fixtures/contract/sync-errors.json' with { type: 'json' };

/** A manifest that a test may bend out of its type. */
// biome-ignore lint/suspicious/noExplicitAny: what is wrong on purpose has no type
type Bendable = any;

const built = readFileSync(`${OUTPUT}/manifest.json`, 'utf8');
const CUSTOMER_TYPE = 'bbb5f371-13f3-530b-b158-40668f3edfbe';
const REGION = '298fa6c1-89d9-5eee-8f44-ea991da02087';

/** The thing of this universal identifier, wherever it stands. */
const find = (value: Bendable, identifier: string): Bendable => {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value.universalIdentifier === identifier) return value;
  for (const inner of Object.values(value)) {
    const found = find(inner, identifier);
    if (found) return found;
  }
  return undefined;
};
const option = (manifest: Bendable, at = 0): Bendable => find(manifest, CUSTOMER_TYPE).options[at];

/** What was changed in the manifest for each recorded answer; what was there before it, where that mattered. */
const CHANGES: Readonly<Record<string, (manifest: Bendable) => unknown>> = {
  'an option value in camel case': (m) => {
    option(m).value = 'largeEnterprise';
  },
  'an option label with a comma': (m) => {
    option(m).label = 'Large, very';
  },
  'an option label of 64 characters': (m) => {
    option(m).label = 'x'.repeat(64);
  },
  'two options with one value': (m) => {
    option(m, 1).value = 'LARGE_ENTERPRISE';
  },
  'two options with one label': (m) => {
    option(m, 1).label = option(m).label;
  },
  'a default that is no option': (m) => {
    find(m, '26562478-0b51-56f0-b28d-0335e6d7cfc0').defaultValue = "'NOWHERE'";
  },
  'a table view without the label identifier first': (m) => {
    find(m, 'cc233f1f-6df1-5ef5-af4a-47eb00ea0f25').position = 99;
  },
  'a widget beyond row 100': (m) => {
    Object.assign(find(m, '4a120f55-2fd2-5986-8e12-26fcbcdd0c83').position, { row: 98, rowSpan: 6 });
  },
  'a role label that is there already': (m) => {
    find(m, '0b176979-9b0f-56dc-a503-9a889f0fe8a1').label = 'Sales manager';
    return { roles: ['Sales manager'] };
  },
  'two roles with one label': (m) => {
    find(m, '0c3b1d52-6a0e-4f6c-8f0e-52f1c2a7d901').label = find(m, '0b176979-9b0f-56dc-a503-9a889f0fe8a1').label;
  },
  'a field name that is not camel case': (m) => {
    find(m, REGION).name = 'Tag Region';
  },
  'a field name that the object has already': (m) => {
    // Whichever stands second is refused: where it was recorded, the one that was changed.
    m.fields = [...m.fields.filter((one: Bendable) => one.universalIdentifier !== REGION), find(m, REGION)];
    find(m, REGION).name = 'tagIndustry';
  },
  'an object name that is taken': () => ({ objects: [{ nameSingular: 'tagLog', namePlural: 'tagLogs' }] }),
  'a label of 64 characters': (m) => {
    find(m, REGION).label = 'x'.repeat(64);
  },
  'a filter on an option that is not there': (m) => {
    find(m, '7ee3da69-1180-5280-9d52-0e9050edc243').value = ['NOWHERE'];
  },
  'an option removed': (m) => {
    find(m, CUSTOMER_TYPE).options.pop();
  },
  'a field removed': (m) => {
    const text = JSON.stringify(m);
    const alone = m.fields.find(
      (one: Bendable) => one.type !== 'RELATION' && text.split(one.universalIdentifier).length === 2,
    );
    m.fields = m.fields.filter((one: Bendable) => one !== alone);
  },
};

interface Refusal {
  readonly code: string;
  readonly errors: Readonly<
    Record<
      string,
      readonly {
        readonly errors: readonly { readonly code: string }[];
        readonly flatEntityMinimalInformation: object;
      }[]
    >
  >;
  readonly summary: object;
}

/** What both say of a refusal: the codes, and of what. The sentences are each one's own. */
const essence = ({ code, errors, summary }: Refusal) => ({
  code,
  summary,
  errors: Object.fromEntries(
    Object.entries(errors).map(([kind, things]) => [
      kind,
      things.map((thing) => ({
        codes: thing.errors.map((error) => error.code),
        of: thing.flatEntityMinimalInformation,
      })),
    ]),
  ),
});

const answerTo = (manifest: Manifest, team: TakenNames) => {
  try {
    createWorkspace({ app: { manifest, directory: OUTPUT, version: '0.0.0' }, team });
    return 'accepted';
  } catch (error) {
    if (error instanceof ManifestRefused) return essence(error.extensions as unknown as Refusal);
    throw error;
  }
};

describe('the recorded answers to faulty manifests', () => {
  it.each(recorded.cases.map(({ name, answer }) => [name, answer] as const))('%s', (name, answer) => {
    const manifest = JSON.parse(built) as Bendable;
    const team = (CHANGES[name]?.(manifest) ?? {}) as TakenNames;
    expect(CHANGES[name]).toBeDefined();
    const [refusal] = Array.isArray(answer) ? answer : [];
    expect(answerTo(manifest as Manifest, team)).toEqual(refusal ? essence(refusal.extensions as Refusal) : 'accepted');
  });
});
