import { changeCauses, NOTICE_KINDS } from '../../objects/taxonomy/notice-kinds.ts';
import { GOVERNED_OBJECTS } from '../../objects/taxonomy/types.ts';

/** The inputs that workflow actions share, as Twenty's workflow editor shows them. */
export const OBJECT_INPUT = { type: 'string' as const, label: 'Object', enum: [...GOVERNED_OBJECTS] };
export const RECORD_INPUT = { type: 'string' as const, label: 'Record id' };
export const KIND_INPUT = {
  type: 'string' as const,
  label: 'Kind of change',
  enum: [...new Set(Object.values(NOTICE_KINDS).flat())],
};
export const CAUSE_INPUT = {
  type: 'string' as const,
  label: 'Cause (products)',
  enum: changeCauses.map(({ value }) => value),
};
