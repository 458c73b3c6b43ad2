import { describe, expect, it } from 'vitest';
import { OBJECT_NAMES, tagsOf, taxonomy } from '../../../objects/taxonomy/index.ts';
import { BACKED_UP, fieldsKept, isLateLink } from '../../../workflows/backup/backed-up.ts';

const of = (name: string) => {
  const found = BACKED_UP.find((object) => object.name === name);
  if (!found) throw new Error(name);
  return found;
};
const columns = (name: string, isEncrypted = true) => fieldsKept(of(name), isEncrypted).map(({ column }) => column);

describe('what a backup keeps', () => {
  it('is every object of the policy, but for the application’s notes of its own running', () => {
    expect(BACKED_UP.map(({ name }) => name).sort()).toEqual(
      [...OBJECT_NAMES.filter((name) => name !== 'tagBackup'), 'task', 'taskTarget'].sort(),
    );
    expect(of('tagSweep')).toMatchObject({ scope: { key: { eq: 'memory-key' } }, isSensitive: true });
  });
  it('is of Twenty’s tasks those the application gave out', () => {
    expect(of('task')).toMatchObject({ scope: { tagMatter: { is: 'NOT_NULL' } } });
    expect(columns('task')).toEqual(expect.arrayContaining(['title', 'status', 'dueAt', 'assigneeId', 'tagMatter']));
    expect(columns('taskTarget')).toContain('targetTagProductId');
  });
  it.each(OBJECT_NAMES.filter((name) => name !== 'tagBackup' && name !== 'tagSweep'))('is every tag of %s', (name) => {
    const wanted = tagsOf(name)
      .filter((tag) => !tag.via && tag.kind !== 'ONE_TO_MANY')
      .map((tag) => (tag.kind === 'MANY_TO_ONE' ? `${tag.name}Id` : tag.name));
    expect(columns(name)).toEqual(expect.arrayContaining(wanted));
  });
  it('is of a contact what the customer’s tags are, and no more', () => {
    expect(columns('person').sort()).toEqual(['companyId', 'emails', 'jobTitle', 'name', 'phones']);
  });
  it('comes in an order in which links find what they name, or waits', () => {
    const placed = new Set<string>();
    for (const object of BACKED_UP) {
      for (const field of object.fields) {
        if (!field.target || field.target === 'workspaceMember') continue;
        expect(isLateLink(object, field), `${object.name}.${field.column}`).toBe(!placed.has(field.target));
      }
      placed.add(object.name);
    }
    const late = BACKED_UP.flatMap((object) =>
      object.fields.filter((field) => isLateLink(object, field)).map(({ column }) => `${object.name}.${column}`),
    );
    expect(late).toEqual(['tagDefinition.replacedById', 'tagMember.managerId', 'company.tagKeyContactId']);
  });
});

describe('a plain backup', () => {
  it('keeps no sensitive tag, and of credit records not even that there are any', () => {
    for (const tag of taxonomy.filter(({ sensitive }) => sensitive)) {
      const { object, field } = tag.via
        ? { object: tag.via.object, field: tag.via.field }
        : { object: tag.object, field: tag.name };
      expect(columns(object, false), `${object}.${field}`).not.toContain(field);
    }
    expect(columns('tagCredit', false)).toEqual([]);
    expect(columns('tagSweep', false)).toEqual([]);
    expect(columns('company', false)).not.toContain('tagBaseline');
    expect(columns('company', false)).toContain('tagRegion');
  });
});
