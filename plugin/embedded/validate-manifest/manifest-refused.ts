import { WorkspaceError } from '../workspace-error.ts';
import type { Fault } from './rule.ts';
import { describeFault } from './validate-manifest.ts';

const MESSAGE = 'Validation errors occurred while syncing application manifest metadata';

/** Enough to see what is the matter; one mistake may be made in every field of a picklist. */
const MOST_LINES = 20;

/** A manifest that cannot be installed, answered as a server answers the command line. */
export class ManifestRefused extends WorkspaceError {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const [first] = faults;
    const kinds = Map.groupBy(faults, (fault) => fault.kind);
    const counts = [...kinds].map(([kind, some]) => [kind, some.length] as const);
    super([`${MESSAGE}:`, ...faults.slice(0, MOST_LINES).map(describeFault)].join('\n'), {
      code: 'METADATA_VALIDATION_FAILED',
      errors: Object.fromEntries([...kinds].map(([kind, some]) => [kind, subjectsOf(some)])),
      summary: { totalErrors: faults.length, ...Object.fromEntries(counts) },
      userFriendlyMessage: first ? describeFault(first) : MESSAGE,
      message: `Validation failed for ${counts.map(([kind, count]) => `${count} ${kind}`).join(', ')}`,
    });
    this.name = 'ManifestRefused';
    this.faults = faults;
  }
}

/** All that is wrong with one thing stands together. */
const subjectsOf = (faults: readonly Fault[]): readonly object[] =>
  [...Map.groupBy(faults, (fault) => fault.subject.universalIdentifier).values()].map((some) => ({
    status: 'fail',
    errors: some.map((fault) => ({ code: fault.code, message: describeFault(fault) })),
    flatEntityMinimalInformation: some[0]?.subject,
    metadataName: some[0]?.kind,
    type: 'create',
  }));
