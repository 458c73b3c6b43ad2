import { defineSkill } from 'twenty-sdk/define';
import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import { objectEntry, STAGES, tagOf, taxonomy } from '../../objects/taxonomy/index.ts';
import { GOVERNED_OBJECTS } from '../../objects/taxonomy/types.ts';

const objects = GOVERNED_OBJECTS.map((object) => {
  const { label } = objectEntry(object);
  return `- \`${object}\`: ${label.en} (${label['zh-CN']}, ${label['zh-TW']})`;
});

const stages = STAGES.map((stage) => {
  const label = tagOf('opportunity', 'tagStage').options?.find(({ value }) => value === stage)?.label;
  return `- \`${stage}\`: ${label?.en} (${label?.['zh-CN']}, ${label?.['zh-TW']})`;
});

const sensitive = [
  ...new Set(taxonomy.filter((tag) => tag.sensitive && tag.role === 'TAG').map(({ label }) => label.en)),
].join(', ');

const content = `# The sales team's tag policy

The company has a written policy for the tags on customers, opportunities, products and team members. The application
"Tag Policy" keeps it. Answer questions about it with its tools, never from the fields alone: the tools judge by the
policy, by working days, and by what the person may see.

## Which tool

- "What is missing on this customer before negotiation?", "What is wrong with this deal?", "When is its check due?":
  look up the record's id by its name, then call \`app_tag_policy_record\` with its object and id, and with the stage
  where one is asked about. \`missingNow\` is what is missing at the stage it is in, \`towards.missingBesides\` what the
  stage asked about needs besides; both together answer "before".
- "Which of my notices end this week?", "What do I have to do?": call \`app_tag_policy_my_work\`, with the last day of
  the span as \`until\`.
- "When is that due, so many working days from then?": call \`app_compute_deadline\`; do not count days yourself.
- "The customer changed its name; report it": say what you are going to report, and call
  \`app_tag_policy_report_change\` only after the person has agreed.

## Objects

${objects.join('\n')}

## Stages, in order

${stages.join('\n')}

## How to answer

- In the language the person writes in. The tools answer in the language the person has set in Twenty.
- Give the clause that stands in brackets after a tag (2.1.23), so that it can be looked up.
- A refusal (\`error\`) is an answer: tell it as it is, and do not try to find the same by other tools.
- Never repeat or guess the value of a sensitive tag; say where in Twenty the person can look, if their role lets them.
  Sensitive are: ${sensitive}.
`;

/** How Twenty's AI chat answers questions about the policy with the application's tools. */
export default defineSkill({
  universalIdentifier: universalIdentifier('skill', 'tag-policy'),
  name: 'tag-policy',
  label: 'Tag policy',
  icon: 'IconTags',
  description: 'Questions about missing tags, change notices, checks and deadlines of the tag policy',
  content,
});
