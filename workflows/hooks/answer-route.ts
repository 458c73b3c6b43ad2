import type { GovernedObject, Language } from '../../objects/taxonomy/types.ts';
import { loadCaller } from '../gateway/caller.ts';
import { TwentyError } from '../gateway/errors.ts';
import { languageOf } from '../messages/language-of.ts';
import { type Input, inputOf } from '../requests/read-input.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { type Environment, readEnvironment } from './environment.ts';

/** What the records are that a request is about. */
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

interface Answer {
  readonly status: number;
  readonly body: unknown;
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
  MAY_NOT_MERGE: 403,
  MAY_NOT_ASSESS: 403,
  MAY_NOT_SUPERVISE: 403,
  ASSESSMENT_REFUSED: 403,
  NOT_FOUND: 404,
  NOT_WRITTEN: 502,
  UNREACHABLE: 503,
};

const refusal = (fault: RequestFault, language: Language): Answer => ({
  status: STATUSES[fault.code] ?? 400,
  body: { error: { code: fault.code, ...fault.place(), message: fault.toPeople(language) } },
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

type ReadRequest<Request> = (input: Input, now: Date) => Request;
type Work<Request> = (environment: Environment, caller: Caller, request: Request) => Promise<unknown>;

/** What a request is about: records, or whoever asks alone. */
const wantedOf = (request: object): Wanted | null =>
  'object' in request && 'ids' in request && (request as Wanted).ids.length > 0 ? (request as Wanted) : null;

/**
 * Answers whoever asks. Who that is comes from Twenty alone; the input is looked at before anything is read of the
 * records; every answer is in the language of whoever asks.
 */
const answerCaller = async <Request extends object>(
  value: unknown,
  context: Signed | undefined,
  read: ReadRequest<Request>,
  work: Work<Request>,
): Promise<Answer> => {
  const environment = readEnvironment();
  let language = environment.settings.noticeLanguage;
  const memberId = context?.workspaceMemberId;
  if (!memberId) return refusal(new RequestFault('NOT_SIGNED_IN'), language);
  try {
    const input = readWith(() => read(inputOf(value), environment.now));
    const wanted = 'request' in input ? wantedOf(input.request) : null;
    const { locale, readable } = await loadCaller(environment.callerClient, memberId, wanted);
    language = languageOf(locale, language);
    if ('fault' in input) throw input.fault;
    return { status: 200, body: await work(environment, { id: memberId, language, readable }, input.request) };
  } catch (error) {
    return refusal(faultOf(error), language);
  }
};

/** The handler of an authenticated route. */
export const answerRoute =
  <Request extends object>(read: ReadRequest<Request>, work: Work<Request>) =>
  async (event: unknown, context?: Signed): Promise<HttpResponse> => {
    const { status, body } = await answerCaller(bodyOf(event), context, read, work);
    return respond(status, body);
  };

/**
 * The handler of a tool of Twenty's AI chat: it acts for whoever chats, with their rights. A refusal is an answer too,
 * which the chat can tell them.
 */
export const answerTool =
  <Request extends object>(read: ReadRequest<Request>, work: Work<Request>) =>
  async (args: unknown, context?: Signed): Promise<unknown> =>
    (await answerCaller(args, context, read, work)).body;
