import { v5 } from 'uuid';

/** Namespace of every identifier that is derived from a name. Changing it would orphan all data of an installation. */
const NAMESPACE = 'd1a6a0d4-5f0e-4b3c-9a52-7c1f3f1f8e21';

/**
 * The universal identifier of an entity, from its kind and name: `('field', 'company.tagIndustry')`.
 * Landed identifiers are recorded in objects/universal-identifiers.lock.json and must never change, since removing
 * a field from the manifest drops its column.
 */
export const universalIdentifier = (kind: string, name: string): string => v5(`${kind}:${name}`, NAMESPACE);
