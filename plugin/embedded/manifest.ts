/**
 * The parts of a built manifest (`.twenty/output/manifest.json`) that a workspace needs to behave as the
 * application asks, and to refuse what a server refuses. Structural on purpose: the SDK exports no type for the built
 * file, and what is not read here (translations, assets …) has no place in it.
 */

export type Writability = 'OPEN' | 'APPLICATION' | 'SYSTEM';

export interface ManifestOption {
  readonly id?: string;
  readonly value: string;
  readonly label?: string;
  readonly position?: number;
}

export interface ManifestFieldSettings {
  readonly relationType?: string;
  readonly joinColumnName?: string | null;
  readonly onDelete?: string;
}

export interface ManifestField {
  readonly universalIdentifier: string;
  readonly objectUniversalIdentifier?: string;
  readonly type: string;
  readonly name: string;
  readonly label?: string;
  readonly options?: readonly ManifestOption[] | null;
  readonly defaultValue?: unknown;
  readonly isNullable?: boolean;
  readonly isUnique?: boolean;
  readonly writability?: string;
  readonly universalSettings?: ManifestFieldSettings | null;
  readonly relationTargetObjectMetadataUniversalIdentifier?: string;
  readonly relationTargetFieldMetadataUniversalIdentifier?: string;
}

export interface ManifestObject {
  readonly universalIdentifier: string;
  readonly nameSingular: string;
  readonly namePlural: string;
  readonly labelSingular?: string;
  readonly labelPlural?: string;
  readonly writability?: string;
  readonly labelIdentifierFieldMetadataUniversalIdentifier?: string;
  readonly fields: readonly ManifestField[];
}

export interface ManifestIndex {
  readonly universalIdentifier: string;
  readonly objectUniversalIdentifier: string;
  readonly isUnique?: boolean;
  readonly fields: readonly { readonly fieldUniversalIdentifier: string; readonly subFieldName?: string }[];
}

export interface ManifestObjectPermission {
  readonly universalIdentifier?: string;
  readonly objectUniversalIdentifier: string;
  readonly canReadObjectRecords?: boolean;
  readonly canUpdateObjectRecords?: boolean;
  readonly canSoftDeleteObjectRecords?: boolean;
  readonly canDestroyObjectRecords?: boolean;
}

export interface ManifestFieldPermission {
  readonly universalIdentifier?: string;
  readonly objectUniversalIdentifier: string;
  readonly fieldUniversalIdentifier: string;
  readonly canReadFieldValue?: boolean;
  readonly canUpdateFieldValue?: boolean;
}

export interface ManifestRole {
  readonly universalIdentifier: string;
  readonly label: string;
  readonly canReadAllObjectRecords?: boolean;
  readonly canUpdateAllObjectRecords?: boolean;
  readonly canSoftDeleteAllObjectRecords?: boolean;
  readonly canDestroyAllObjectRecords?: boolean;
  readonly objectPermissions?: readonly ManifestObjectPermission[];
  readonly fieldPermissions?: readonly ManifestFieldPermission[];
  readonly permissionFlagUniversalIdentifiers?: readonly string[];
}

export interface ManifestLogicFunction {
  readonly universalIdentifier: string;
  readonly name?: string;
  readonly databaseEventTriggerSettings?: {
    readonly eventName: string;
    readonly updatedFields?: readonly string[];
    readonly batchMode?: boolean;
  };
  readonly cronTriggerSettings?: { readonly pattern: string };
  readonly httpRouteTriggerSettings?: {
    readonly path: string;
    readonly httpMethod: string;
    readonly isAuthRequired: boolean;
    readonly forwardedRequestHeaders?: readonly string[];
  };
  readonly workflowActionTriggerSettings?: unknown;
  /** Given where Twenty's AI chat may call the function. */
  readonly toolTriggerSettings?: { readonly inputSchema?: unknown };
  readonly handlerName: string;
  readonly sourceHandlerPath?: string;
  readonly builtHandlerPath: string;
  readonly builtHandlerChecksum: string;
}

/** What Twenty's AI chat is told of how to work with the application. */
export interface ManifestSkill {
  readonly universalIdentifier: string;
  readonly name: string;
  readonly label?: string;
  readonly content?: string;
}

export interface ManifestInstallHook {
  readonly universalIdentifier: string;
  readonly shouldRunOnVersionUpgrade?: boolean;
}

export interface ManifestFrontComponent {
  readonly universalIdentifier: string;
  readonly name?: string;
  readonly description?: string;
  readonly isHeadless?: boolean;
  readonly sourceComponentPath?: string;
  readonly builtComponentPath: string;
}

export interface ManifestViewField {
  readonly universalIdentifier: string;
  readonly fieldMetadataUniversalIdentifier: string;
  readonly viewFieldGroupUniversalIdentifier?: string;
  readonly position: number;
  readonly isVisible?: boolean;
}

export interface ManifestViewFilter {
  readonly universalIdentifier: string;
  readonly fieldMetadataUniversalIdentifier: string;
  readonly operand: string;
  readonly value?: unknown;
  readonly subFieldName?: string | null;
  readonly viewFilterGroupUniversalIdentifier?: string;
}

export interface ManifestViewFilterGroup {
  readonly universalIdentifier: string;
  readonly parentViewFilterGroupUniversalIdentifier?: string;
}

export interface ManifestViewGroup {
  readonly universalIdentifier: string;
  readonly fieldValue?: string | null;
}

export interface ManifestViewSort {
  readonly universalIdentifier: string;
  readonly fieldMetadataUniversalIdentifier: string;
  readonly direction?: string;
}

export interface ManifestView {
  readonly universalIdentifier: string;
  readonly name: string;
  readonly objectUniversalIdentifier: string;
  readonly type?: string;
  readonly visibility?: string;
  readonly mainGroupByFieldMetadataUniversalIdentifier?: string;
  readonly kanbanAggregateOperationFieldMetadataUniversalIdentifier?: string;
  readonly calendarFieldMetadataUniversalIdentifier?: string;
  readonly fields?: readonly ManifestViewField[];
  readonly fieldGroups?: readonly { readonly universalIdentifier: string }[];
  readonly filters?: readonly ManifestViewFilter[];
  readonly filterGroups?: readonly ManifestViewFilterGroup[];
  readonly groups?: readonly ManifestViewGroup[];
  readonly sorts?: readonly ManifestViewSort[];
}

export interface ManifestGridPosition {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface ManifestWidget {
  readonly universalIdentifier: string;
  readonly title: string;
  readonly type: string;
  readonly objectUniversalIdentifier?: string;
  readonly position?: Partial<ManifestGridPosition> & { readonly layoutMode: string; readonly index?: number };
  readonly gridPosition?: ManifestGridPosition;
  readonly configuration?: Readonly<Record<string, unknown>>;
}

export interface ManifestPageTab {
  readonly universalIdentifier: string;
  /** Only of a tab that stands on a page of somebody else. */
  readonly pageLayoutUniversalIdentifier?: string;
  readonly title: string;
  readonly layoutMode?: string;
  readonly widgets?: readonly ManifestWidget[];
}

export interface ManifestPageLayout {
  readonly universalIdentifier: string;
  readonly name: string;
  readonly tabs?: readonly ManifestPageTab[];
}

export interface ManifestNavigationItem {
  readonly universalIdentifier: string;
  readonly type?: string;
  readonly name?: string;
  readonly position?: number;
  readonly folderUniversalIdentifier?: string;
  readonly viewUniversalIdentifier?: string;
  readonly pageLayoutUniversalIdentifier?: string;
  readonly targetObjectUniversalIdentifier?: string;
  readonly link?: string;
}

export interface ManifestCommand {
  readonly universalIdentifier: string;
  readonly label?: string;
  readonly availabilityObjectUniversalIdentifier?: string;
  readonly frontComponentUniversalIdentifier?: string;
}

export interface ManifestSettingsItem {
  readonly universalIdentifier: string;
  readonly title?: string;
  readonly scope?: string;
  readonly position?: number;
  readonly frontComponentUniversalIdentifier: string;
}

export interface ManifestTimelineActivityType {
  readonly universalIdentifier: string;
  readonly name?: string;
  readonly label?: string;
}

export interface Manifest {
  readonly application: {
    readonly universalIdentifier: string;
    readonly displayName: string;
    readonly defaultRoleUniversalIdentifier: string;
    readonly applicationVariables?: Readonly<Record<string, { readonly value?: unknown }>>;
    readonly preInstallLogicFunction?: ManifestInstallHook;
    readonly postInstallLogicFunction?: ManifestInstallHook;
    readonly uninstallLogicFunction?: { readonly universalIdentifier: string };
    readonly healthCheckLogicFunction?: { readonly universalIdentifier: string };
  };
  readonly objects: readonly ManifestObject[];
  readonly fields: readonly ManifestField[];
  readonly indexes: readonly ManifestIndex[];
  readonly roles: readonly ManifestRole[];
  readonly logicFunctions: readonly ManifestLogicFunction[];
  readonly frontComponents?: readonly ManifestFrontComponent[];
  readonly timelineActivityTypes?: readonly ManifestTimelineActivityType[];
  readonly views?: readonly ManifestView[];
  readonly pageLayouts?: readonly ManifestPageLayout[];
  readonly pageLayoutTabs?: readonly ManifestPageTab[];
  readonly navigationMenuItems?: readonly ManifestNavigationItem[];
  readonly commandMenuItems?: readonly ManifestCommand[];
  readonly settingsMenuItems?: readonly ManifestSettingsItem[];
  readonly skills?: readonly ManifestSkill[];
}
