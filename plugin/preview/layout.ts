import type { Manifest } from '../embedded/manifest.ts';

/** Parts of a built manifest that say what pages look like; the workspace itself has no use for them. */
export interface ManifestView {
  readonly universalIdentifier: string;
  readonly name: string;
  readonly objectUniversalIdentifier: string;
  readonly fieldGroups?: readonly {
    readonly universalIdentifier: string;
    readonly name: string;
    readonly position: number;
  }[];
  readonly fields?: readonly {
    readonly fieldMetadataUniversalIdentifier: string;
    readonly viewFieldGroupUniversalIdentifier?: string;
    readonly position: number;
  }[];
}

export interface ManifestNavigationItem {
  readonly universalIdentifier: string;
  readonly type: string;
  readonly name?: string;
  readonly position: number;
  readonly folderUniversalIdentifier?: string;
  readonly viewUniversalIdentifier?: string;
}

export interface ManifestWidget {
  readonly universalIdentifier: string;
  readonly title: string;
  readonly type: string;
  readonly objectUniversalIdentifier?: string;
  readonly position?: {
    readonly row: number;
    readonly column: number;
    readonly rowSpan: number;
    readonly columnSpan: number;
  };
  readonly configuration: {
    readonly configurationType: string;
    readonly viewUniversalIdentifier?: string;
    readonly frontComponentUniversalIdentifier?: string;
  };
}

export interface ManifestTab {
  readonly title: string;
  readonly position: number;
  readonly widgets?: readonly ManifestWidget[];
}

export interface Layout {
  readonly views: readonly ManifestView[];
  readonly navigationMenuItems: readonly ManifestNavigationItem[];
  readonly pageLayouts: readonly { readonly name: string; readonly tabs?: readonly ManifestTab[] }[];
  readonly pageLayoutTabs: readonly ManifestTab[];
}

/** What a built manifest says of pages. */
export const layoutOf = (manifest: Manifest): Layout => manifest as unknown as Layout;
