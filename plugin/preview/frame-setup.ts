import { createHash } from 'node:crypto';
import type { Manifest, ManifestFrontComponent } from '../embedded/manifest.ts';
import type { Workspace } from '../embedded/workspace.ts';
import { viewerOf } from './viewer.ts';

/** What a page needs to run one front component as Twenty runs it. */
export interface FrameSetup {
  readonly name: string;
  readonly isHeadless: boolean;
  /** Address of the built bundle. */
  readonly bundle: string;
  /** What the hooks of the SDK read. */
  readonly context: {
    readonly frontComponentId: string;
    readonly userId: string;
    readonly recordId: string | null;
    readonly selectedRecordIds: readonly string[];
    readonly selectedObjectMetadata: {
      readonly id: string;
      readonly nameSingular: string;
      readonly namePlural: string;
    };
    readonly timelineActivityId: null;
    readonly colorScheme: 'light' | 'dark';
    readonly locale: string;
  };
  /** What `process.env` holds. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The front component of a name, or of a universal identifier. */
export const componentOf = ({ frontComponents = [] }: Manifest, wanted: string): ManifestFrontComponent | undefined =>
  frontComponents.find(({ name, universalIdentifier }) => name === wanted || universalIdentifier === wanted);

/** An identifier that the workspace would make up; the same each time. */
const madeUp = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Reads from an address what to show: `component`, `person`, `role`, `object`, `records`, `locale`, `scheme`. */
export const frameSetup = async (workspace: Workspace, wanted: URLSearchParams): Promise<FrameSetup | null> => {
  const component = componentOf(workspace.manifest, wanted.get('component') ?? '');
  if (!component) return null;
  const { person, locale, scheme } = await viewerOf(workspace, wanted);
  const object = workspace.manifest.objects.find(({ nameSingular }) => nameSingular === wanted.get('object'));
  const standard = wanted.get('object') === 'opportunity' ? 'opportunities' : 'companies';
  const nameSingular = object?.nameSingular ?? wanted.get('object') ?? 'company';
  const records = (wanted.get('records') ?? '').split(',').filter((id) => id !== '');
  return {
    name: component.name ?? component.universalIdentifier,
    isHeadless: component.isHeadless === true,
    bundle: `/preview/components/${component.universalIdentifier}.mjs`,
    context: {
      frontComponentId: madeUp(component.universalIdentifier),
      userId: madeUp(person.id),
      recordId: records.length === 1 ? (records[0] ?? null) : null,
      selectedRecordIds: records,
      selectedObjectMetadata: { id: madeUp(nameSingular), nameSingular, namePlural: object?.namePlural ?? standard },
      timelineActivityId: null,
      colorScheme: scheme,
      locale,
    },
    environment: {
      TWENTY_API_URL: workspace.url,
      TWENTY_FUNCTIONS_URL: `${workspace.url}/s`,
      TWENTY_APP_ACCESS_TOKEN: workspace.delegatedToken(person.id),
      applicationVariables: JSON.stringify(workspace.variables),
    },
  };
};
