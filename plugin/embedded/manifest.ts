/**
 * The parts of a built manifest (`.twenty/output/manifest.json`) that a workspace needs to behave as the
 * application asks. Structural on purpose: the SDK exports no type for the built file, and what is not read
 * here (views, page layouts, translations …) has no place in it.
 */

export type Writability = 'OPEN' | 'APPLICATION' | 'SYSTEM';

export interface ManifestOption {
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
  readonly objectUniversalIdentifier: string;
  readonly canReadObjectRecords?: boolean;
  readonly canUpdateObjectRecords?: boolean;
  readonly canSoftDeleteObjectRecords?: boolean;
  readonly canDestroyObjectRecords?: boolean;
}

export interface ManifestFieldPermission {
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
  readonly handlerName: string;
  readonly builtHandlerPath: string;
  readonly builtHandlerChecksum: string;
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
  readonly builtComponentPath: string;
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
}
