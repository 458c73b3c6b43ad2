import type { Manifest, ManifestLogicFunction } from './manifest.ts';

/** A request to one of the application's routes, below `/s`. */
export interface RouteRequest {
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface RouteAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal of the server itself, before or instead of the function. */
export const refusal = (status: number, message: string): RouteAnswer => ({
  status,
  body: { statusCode: status, messages: [message] },
});

/** The function that answers a route; undefined when there is none. */
export const routeOf = (manifest: Manifest, { method, path }: RouteRequest): ManifestLogicFunction | undefined =>
  manifest.logicFunctions.find(
    ({ httpRouteTriggerSettings: settings }) => settings?.path === path && settings.httpMethod === method,
  );

/** The event a routed function is given. */
export const routeEvent = (request: RouteRequest, route: ManifestLogicFunction, userWorkspaceId: string | null) => {
  const forwarded = (route.httpRouteTriggerSettings?.forwardedRequestHeaders ?? []).map((name) => name.toLowerCase());
  return {
    headers: Object.fromEntries(Object.entries(request.headers ?? {}).filter(([name]) => forwarded.includes(name))),
    queryStringParameters: request.query ?? {},
    pathParameters: {},
    body: request.body ?? null,
    isBase64Encoded: false,
    requestContext: { http: { method: request.method, path: request.path } },
    userWorkspaceId,
  };
};

/** What a function's result is over HTTP: its own answer where it made one, or else a JSON body. */
export const routeAnswer = (result: unknown): RouteAnswer => {
  const own = result as { __twentyHttpResponse?: unknown; status?: number; body?: unknown; headers?: object } | null;
  if (own?.__twentyHttpResponse !== true) return { status: 200, body: result ?? null };
  return { status: own.status ?? 200, body: own.body ?? null, headers: (own.headers ?? {}) as Record<string, string> };
};
