import { readFileSync } from 'node:fs';
import { buildASTSchema, isEnumType, isInputObjectType, isObjectType, parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createWorkspace, type Workspace } from '../../../plugin/embedded/workspace.ts';
import graphql from '../../fixtures/contract/graphql.json' with { type: 'json' };
import permissions from '../../fixtures/contract/permissions.json' with { type: 'json' };
import { probeManifest } from './probe-manifest.ts';

interface Pair {
  readonly title: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly answer: { readonly data?: unknown; readonly errors?: unknown; readonly rows?: number };
}

const probe = (): Workspace =>
  createWorkspace({
    app: { manifest: probeManifest, directory: '/nowhere', version: '0.0.0' },
    clock: () => new Date('2026-11-23T21:07:05.936Z'),
  });

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const INSTANT = /"\d{4}-\d\d-\d\dT[\d:.]+Z"/g;

/** Identifiers that the server chose, times and names of constraints differ from run to run; everything else must not. */
const comparable = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replace(UUID, (id) => (id.startsWith('aaaaaaaa-') ? id : '<id>'))
      .replace(INSTANT, '"<now>"')
      .replace(/FK_[0-9a-f]+/g, 'FK'),
  );

/** What a server answers to an update or a destruction of many comes in the order of its disk. */
const unordered = (answer: { data?: unknown }): unknown => {
  const [rows] = Object.values((answer.data ?? {}) as Record<string, unknown>);
  return Array.isArray(rows) ? rows.map((row) => JSON.stringify(comparable(row))).sort() : comparable(answer);
};

describe('the recorded answers of a live server', () => {
  const workspace = probe();
  // The server had records of its own; the pair that pages over them needs as many.
  beforeAll(() => {
    workspace.insert(
      'company',
      Array.from({ length: 500 }, (_unused, at) => ({ name: `Stock ${at}` })),
    );
  });

  for (const pair of graphql as unknown as Pair[]) {
    const token = pair.title === 'unauthorized' ? 'wrong' : workspace.apiKey;
    // On purpose an error here: Twenty answers null, which would hide our own mistakes.
    if (pair.title === 'select unknown field') {
      it('select unknown field: refused, where Twenty answers null', async () => {
        const answer = await workspace.answer(token, pair.query);
        expect(answer.errors?.[0]?.message).toContain('Cannot query field "nope"');
      });
      continue;
    }
    it(pair.title, async () => {
      const answer = await workspace.answer(token, pair.query, pair.variables);
      if (pair.answer.rows) {
        const data = answer.data as { companies: { edges: unknown[] } };
        expect(data.companies.edges).toHaveLength(pair.answer.rows);
        return;
      }
      const plain = JSON.parse(JSON.stringify(answer));
      if (/^(update|destroy) many/.test(pair.title)) expect(unordered(plain)).toEqual(unordered(pair.answer));
      else expect(comparable(plain)).toEqual(comparable(pair.answer));
    });
  }
});

describe('the recorded answers to a restricted role', () => {
  const workspace = probe();
  beforeAll(() => {
    workspace.addMember({
      id: '20202020-0687-4c41-b707-ed1bfca972a7',
      firstName: 'Tim',
      lastName: 'Apple',
      email: 'tim@apple.dev',
    });
    workspace.insert('company', [{ id: '20202020-a000-4485-94de-70c2a98daef2', name: '批三', creditRating: 'A' }]);
  });
  for (const pair of permissions as unknown as Pair[]) {
    it(pair.title, async () => {
      const answer = await workspace.answer(workspace.applicationToken, pair.query, pair.variables);
      expect(comparable(JSON.parse(JSON.stringify(answer)))).toEqual(comparable(pair.answer));
    });
  }
});

describe('the derived schema', () => {
  const recorded = parse(readFileSync(new URL('../../fixtures/contract/schema.graphql', import.meta.url), 'utf8'));
  const ours = buildASTSchema(parse(probe().api.definition), { assumeValid: true });
  const definitions = recorded.definitions.filter((definition) => 'fields' in definition || 'values' in definition);

  /** Fields of the recording that an application like ours never meets. */
  const LEFT_OUT = new Set(['Query.companyDuplicates']);

  for (const definition of definitions) {
    if (!('name' in definition) || !definition.name) continue;
    const name = definition.name.value;
    it(`${name} has the recorded fields`, () => {
      const type = ours.getType(name);
      expect(type, name).toBeDefined();
      if (isEnumType(type) && 'values' in definition) {
        expect(type.getValues().map((value) => value.name)).toEqual(
          definition.values?.map((value) => value.name.value),
        );
      } else if ((isObjectType(type) || isInputObjectType(type)) && 'fields' in definition) {
        const fields = type.getFields();
        for (const field of definition.fields ?? []) {
          if (LEFT_OUT.has(`${name}.${field.name.value}`)) continue;
          expect(fields[field.name.value], `${name}.${field.name.value}`).toBeDefined();
        }
      }
    });
  }
});
