/** The two forms in which Twenty keeps a rich text: the blocks of its editor, and markdown. */
type Forms = Readonly<Record<string, unknown>>;

interface Block {
  readonly content?: unknown;
}

const wordsOf = ({ content }: Block): string =>
  Array.isArray(content) ? content.map((part: { readonly text?: unknown }) => String(part.text ?? '')).join('') : '';

const blocksOf = (markdown: string): string =>
  JSON.stringify(
    markdown.split(/\n{2,}/).map((text, at) => ({
      id: `block-${at}`,
      type: 'paragraph',
      props: {},
      content: [{ type: 'text', text, styles: {} }],
      children: [],
    })),
  );

const markdownOf = (blocks: string): string =>
  (JSON.parse(blocks) as readonly Block[]).map(wordsOf).join('\n\n').concat('\n');

/** What Twenty keeps of a rich text that is written: the form that is not given is made of the other. Plain paragraphs alone. */
export function bothForms(given: Forms): Record<string, unknown> {
  const [blocknote, markdown] = [given.blocknote || null, given.markdown || null];
  return {
    blocknote: blocknote ?? (typeof markdown === 'string' ? blocksOf(markdown) : null),
    markdown: markdown ?? (typeof blocknote === 'string' ? markdownOf(blocknote) : null),
  };
}
