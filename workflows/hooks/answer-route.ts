import type { GovernedObject, Language } from '../../objects/taxonomy/types.ts';
import { loadCaller } from '../gateway/caller.ts';
import { TwentyError } from '../gateway/errors.ts';
import { languageOf } from '../messages/language-of.ts';
import { type Input, inputOf } from '../requests/read-input.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { type Environment, readEnvironment } from './environment.ts';

/** What the records are that a request is about; none where it is about no record in particular. */
export interface Wanted {
  readonly object: GovernedObject;
  readonly ids: readonly string[];
}

/** Who calls a route. */
export interface Caller {
  /** Workspace member. */
  readonly id: string;
  readonly language: Language;
  /** Which of the wanted records they may see. */
  readonly readable: ReadonlySet<string>;
}

/** What Twenty tells of whoever is signed in. */
export interface Signed {
  readonly workspaceMemberId?: string | null;
}

/** Twenty's shape of an answer with a status, written out: the SDK's module for it would make every bundle larger. */
interface HttpResponse {
  readonly __twentyHttpResponse: true;
  readonly status: number;
  readonly body: unknown;
}

const respond = (status: number, body: unknown): HttpResponse => ({ __twentyHttpResponse: true, status, body });

const STATUSES: Partial<Readonly<Record<RequestFault['code'], number>>> = {
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  MAY_NOT_ASSESS: 403,
  ASSESSMENT_REFUSED: 403,
  NOT_FOUND: 404,
  NOT_WRITTEN: 502,
  UNREACHABLE: 503,
};

const refuse = (fault: RequestFault, language: Language): HttpResponse =>
  respond(STATUSES[fault.code] ?? 400, {
    error: { code: fault.code, ...fault.place(), message: fault.toPeople(language) },
  });

/** A failure as a fault: what Twenty would not do is told without record contents; anything else is a defect. */
const faultOf = (error: unknown): RequestFault => {
  if (error instanceof RequestFault) return error;
  if (!(error instanceof TwentyError)) throw error;
  console.error(`Route failed (${error.code}): ${error.message}`);
  return new RequestFault(error.isTransient ? 'UNREACHABLE' : 'NOT_WRITTEN');
};

/** Twenty hands the body on as it was parsed, or as text where it was not. */
const bodyOf = (event: unknown): unknown => {
  const body = (event as { body?: unknown } | null)?.body;
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

type Read<Request> = { readonly request: Request } | { readonly fault: RequestFault };

const readWith = <Request>(read: () => Request): Read<Request> => {
  try {
    return { request: read() };
  } catch (error) {
    if (error instanceof RequestFault) return { fault: error };
    throw error;
  }
};

/**
 * The handler of an authenticated route. Who asks comes from Twenty alone; the input is looked at before anything is
 * read of the records; every answer is in the language of whoever asks.
 */
export const answerRoute =
  <Request extends Wanted>(
    read: (input: Input, now: Date) => Request,
    work: (environment: Environment, caller: Caller, request: Request) => Promise<unknown>,
  ) =>
  async (event: unknown, context?: Signed): Promise<HttpResponse> => {
    const environment = readEnvironment();
    let language = environment.settings.noticeLanguage;
    const memberId = context?.workspaceMemberId;
    if (!memberId) return refuse(new RequestFault('NOT_SIGNED_IN'), language);
    try {
      const input = readWith(() => read(inputOf(bodyOf(event)), environment.now));
      const wanted = 'request' in input && input.request.ids.length > 0 ? input.request : null;
      const { locale, readable } = await loadCaller(environment.callerClient, memberId, wanted);
      language = languageOf(locale, language);
      if ('fault' in input) throw input.fault;
      return respond(200, await work(environment, { id: memberId, language, readable }, input.request));
    } catch (error) {
      return refuse(faultOf(error), language);
    }
  };
