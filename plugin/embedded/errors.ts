import { createHash } from 'node:crypto';
import type { CallLimit } from '../../workflows/gateway/call-limit.ts';
import type { ObjectModel, RelationModel } from './model.ts';
import { WorkspaceError } from './workspace-error.ts';

/** Arguments that make no sense for the object: an unknown field, a value of the wrong kind. */
export function invalidData(message: string, userFriendlyMessage = 'An error occurred.'): WorkspaceError {
  return new WorkspaceError(message, { subCode: 'INVALID_ARGS_DATA', userFriendlyMessage, code: 'BAD_USER_INPUT' });
}

/** A filter, an order or a page nobody can answer. */
export function invalidQuery(message: string): WorkspaceError {
  return new WorkspaceError(message, {
    subCode: 'INVALID_QUERY_INPUT',
    userFriendlyMessage: 'An error occurred.',
    code: 'BAD_USER_INPUT',
  });
}

export function tooManyRecords(limit: number): WorkspaceError {
  const message = `Maximum number of records to upsert is ${limit}.`;
  return new WorkspaceError(message, {
    subCode: 'TOO_MANY_RECORDS_TO_UPDATE',
    userFriendlyMessage: message,
    code: 'BAD_USER_INPUT',
  });
}

/** More rows than one update may touch. */
export function tooManyToUpdate(limit: number): WorkspaceError {
  return new WorkspaceError(`Cannot update more than ${limit} records at once`, {
    subCode: 'TOO_MANY_RECORDS_TO_UPDATE',
    userFriendlyMessage: `You can only update up to ${limit} records at once.`,
    code: 'BAD_USER_INPUT',
  });
}

/** A merge whose winner is none of the records. */
export function invalidPriority(index: number, count: number): WorkspaceError {
  return invalidQuery(`Invalid conflict priority '${index}'. Valid options for ${count} records: 0-${count - 1}`);
}

/** One of several records that is not there, or is named twice. */
export function recordsNotFound(): WorkspaceError {
  return new WorkspaceError('One or more records not found', {
    subCode: 'RECORD_NOT_FOUND',
    userFriendlyMessage: 'One or more records were not found.',
    code: 'NOT_FOUND',
  });
}

export function recordNotFound(): WorkspaceError {
  return new WorkspaceError('Record not found', {
    subCode: 'RECORD_NOT_FOUND',
    userFriendlyMessage: 'This record does not exist or has been deleted.',
    code: 'NOT_FOUND',
  });
}

/** The role, or the writability of what is written, does not allow it. `detail` names the part refused. */
export function permissionDenied(detail?: string): WorkspaceError {
  const message = 'Entity performing the request does not have permission';
  return new WorkspaceError(detail === undefined ? message : `${message}: ${detail}`, {
    userFriendlyMessage: 'User does not have permission.',
    subCode: 'PERMISSION_DENIED',
    code: 'FORBIDDEN',
  });
}

/** Removing a user is done in the settings, which takes the member out for good. */
export function memberNotDeletable(): WorkspaceError {
  return new WorkspaceError('Please use /deleteUserFromWorkspace to remove a workspace member.', {
    subCode: 'BAD_REQUEST',
    userFriendlyMessage: 'Please use Settings to remove a workspace member.',
    code: 'BAD_USER_INPUT',
  });
}

export function unauthenticated(): WorkspaceError {
  return new WorkspaceError('Token invalid.', {
    userFriendlyMessage: { id: 'z+7x/s', message: 'You must be authenticated to perform this action.' },
    subCode: 'UNAUTHENTICATED',
    code: 'UNAUTHENTICATED',
  });
}

/** More calls than the bucket holds. */
export function limitReached({ calls, windowMs }: CallLimit): WorkspaceError {
  return new WorkspaceError(`Limit reached (${calls} tokens per ${windowMs} ms)`, {
    subCode: 'LIMIT_REACHED',
    userFriendlyMessage: 'Rate limit reached. Please try again later.',
    code: 'BAD_USER_INPUT',
  });
}

/** A key or values of a unique index that are taken, by a record Twenty does not name. */
export function duplicateEntry(): WorkspaceError {
  return new WorkspaceError('A duplicate entry was detected', {
    userFriendlyMessage: 'This record already exists. Please check your data and try again.',
    code: 'BAD_USER_INPUT',
  });
}

/** A unique index already holding these values. */
export function duplicateValue(object: ObjectModel, label: string, conflictingRecordId: string): WorkspaceError {
  return new WorkspaceError('A duplicate entry was detected', {
    userFriendlyMessage: `This ${label} value is already in use. Please check your data and try again.`,
    conflictingRecordId,
    conflictingObjectNameSingular: object.nameSingular,
    code: 'BAD_USER_INPUT',
  });
}

function constraintName(object: ObjectModel, relation: RelationModel): string {
  const hash = createHash('sha1').update(`${object.tableName}_${relation.joinColumn}`).digest('hex');
  return `FK_${hash.slice(0, 27)}`;
}

const foreignKeyExtensions = {
  userFriendlyMessage:
    'This operation references a record that does not exist or cannot be modified due to existing relationships.',
  code: 'BAD_USER_INPUT',
};

/** A key that points at no record. */
export function foreignKeyMissing(object: ObjectModel, relation: RelationModel): WorkspaceError {
  return new WorkspaceError(
    `insert or update on table "${object.tableName}" violates foreign key constraint "${constraintName(object, relation)}"`,
    foreignKeyExtensions,
  );
}

/** A record that cannot go because others, restricted, still point at it. */
export function foreignKeyHeld(parent: ObjectModel, child: ObjectModel, relation: RelationModel): WorkspaceError {
  return new WorkspaceError(
    `update or delete on table "${parent.tableName}" violates foreign key constraint "${constraintName(child, relation)}" on table "${child.tableName}"`,
    foreignKeyExtensions,
  );
}
