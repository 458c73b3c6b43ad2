import { Api } from './api.ts';
import type { Manifest } from './manifest.ts';
import { buildModel, type ModelOptions } from './model.ts';

const apis = new WeakMap<Manifest, Map<string, Api>>();

/**
 * The API of the workspaces of a manifest. It keeps no records, and its schema takes longer to make than most requests
 * to answer: those that are alike share one.
 */
export const sharedApi = (manifest: Manifest, options: ModelOptions): Api => {
  const known = apis.get(manifest) ?? new Map<string, Api>();
  apis.set(manifest, known);
  const key = JSON.stringify(options);
  const api = known.get(key) ?? new Api(buildModel(manifest, options));
  known.set(key, api);
  return api;
};
