import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reworded, taskText } from '../../../workflows/run/task-text.ts';

type Block = Record<string, unknown>;

const typed = (text: string, more: Block = {}): Block => ({
  id: `typed-${text}`,
  type: 'paragraph',
  content: [{ type: 'text', text, styles: {} }],
  ...more,
});
const BLANK = typed('');
const IMAGE = { id: 'image', type: 'image', props: { url: 'licence.png' } };
const blocksOf = (text: string | null): Block[] => JSON.parse(text ?? 'null');
const of = (paragraphs: readonly string[], ...more: readonly Block[]): string =>
  JSON.stringify([...blocksOf(taskText(paragraphs)), ...more]);

const CLAUSE = 'Policy clause 3.2.3';
const BOTH = 'Tags: Customer type, Industry';
const ONE = 'Tags: Industry';

describe('the text of a task', () => {
  it('is a paragraph each', () => {
    expect(blocksOf(taskText([CLAUSE, ONE]))).toMatchObject([
      { type: 'paragraph', content: [{ type: 'text', text: CLAUSE }] },
      { type: 'paragraph', content: [{ type: 'text', text: ONE }] },
    ]);
  });

  it('names its paragraphs apart, also where they say the same', () => {
    const [first, second] = blocksOf(taskText([ONE, ONE]));
    expect(first?.id).not.toBe(second?.id);
  });
});

describe('a task that says other than it did', () => {
  const own = blocksOf(taskText([CLAUSE, ONE]));

  it.each<[string, string | null, readonly Block[]]>([
    ['says that alone where nobody wrote anything', taskText([CLAUSE, BOTH]), []],
    ['has no text yet', null, []],
    ['has a text that is no blocks', 'Tags: Customer type', []],
    ['has a text that is no list', '{"type":"paragraph"}', []],
    ['keeps a line below', of([CLAUSE, BOTH], typed('She sends it')), [typed('She sends it')]],
    [
      'keeps all as it is formatted',
      of([CLAUSE, BOTH], IMAGE, typed('✓', { type: 'heading' })),
      [IMAGE, typed('✓', { type: 'heading' })],
    ],
    [
      'keeps what stands above, below',
      JSON.stringify([typed('Urgent'), ...blocksOf(taskText([CLAUSE, BOTH]))]),
      [typed('Urgent')],
    ],
    [
      'keeps blank lines between, none around',
      of([CLAUSE], BLANK, typed('a'), BLANK, typed('b'), BLANK),
      [typed('a'), BLANK, typed('b')],
    ],
    ['keeps no blank lines alone', of([CLAUSE, BOTH], BLANK, BLANK), []],
    [
      'keeps a line of the policy’s that somebody went on with',
      JSON.stringify([
        { ...blocksOf(taskText([BOTH]))[0], content: [{ type: 'text', text: `${BOTH}: asked`, styles: {} }] },
      ]),
      [{ ...blocksOf(taskText([BOTH]))[0], content: [{ type: 'text', text: `${BOTH}: asked`, styles: {} }] }],
    ],
    [
      'keeps a line of the policy’s with something put under it',
      JSON.stringify([{ ...blocksOf(taskText([BOTH]))[0], children: [typed('asked')] }]),
      [{ ...blocksOf(taskText([BOTH]))[0], children: [typed('asked')] }],
    ],
    [
      'takes its own for its own where it was put in bold',
      JSON.stringify([
        { ...blocksOf(taskText([BOTH]))[0], content: [{ type: 'text', text: BOTH, styles: { bold: true } }] },
      ]),
      [],
    ],
    [
      'takes its own for its own where blocks bear no names of ours',
      JSON.stringify([typed(CLAUSE), typed('She sends it')]),
      [typed('She sends it')],
    ],
    [
      'keeps a link',
      of([BOTH], typed('', { content: [{ type: 'link', href: 'x', content: [{ type: 'text', text: 'licence' }] }] })),
      [typed('', { content: [{ type: 'link', href: 'x', content: [{ type: 'text', text: 'licence' }] }] })],
    ],
    [
      'keeps a table',
      of([BOTH], { id: 't', type: 'table', content: { type: 'tableContent', rows: [] } }),
      [{ id: 't', type: 'table', content: { type: 'tableContent', rows: [] } }],
    ],
  ])('%s', (_name, before, kept) => {
    expect(blocksOf(reworded(before, [CLAUSE, ONE]))).toEqual([...own, ...kept]);
  });

  it.each<[string, string]>([
    ['as it was written', taskText([CLAUSE, ONE])],
    ['with what people wrote', of([CLAUSE, ONE], typed('She sends it'))],
    ['as an earlier version wrote it', JSON.stringify([typed(CLAUSE), typed(ONE)])],
  ])('is left alone where it says the same: %s', (_name, before) => {
    expect(reworded(before, [CLAUSE, ONE])).toBeNull();
  });

  it.each<[string, readonly string[]]>([
    ['in another order', [ONE, CLAUSE]],
    ['with one more', [CLAUSE, ONE, BOTH]],
    ['with one less', [CLAUSE]],
  ])('is written where it says it %s', (_name, paragraphs) => {
    expect(blocksOf(reworded(of([CLAUSE, ONE]), paragraphs))).toEqual(blocksOf(taskText(paragraphs)));
  });

  it('keeps what people wrote however often it is reworded, once', () => {
    const words = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(fc.array(words, { minLength: 1, maxLength: 4 }), { minLength: 1 }),
        fc.array(words),
        (texts, lines) => {
          const notes = lines.map((line) => typed(`Note: ${line}`));
          let text = of(['first'], ...notes);
          for (const paragraphs of texts) text = reworded(text, paragraphs) ?? text;
          expect(blocksOf(text)).toEqual([...blocksOf(taskText(texts.at(-1) ?? [])), ...notes]);
        },
      ),
    );
  });
});
