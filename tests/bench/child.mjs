// What a server does for a run in a fresh node: imports the bundle and, given an event, has its handler carry it out.
const [, , bundle, recording] = process.argv;
const { default: definition } = await import(bundle);
if (recording) {
  const { readFileSync } = await import('node:fs');
  const { payload, environment, answers } = JSON.parse(readFileSync(recording, 'utf8'));
  Object.assign(process.env, environment);
  globalThis.fetch = async () => {
    const answer = answers.shift();
    if (answer === undefined) throw new Error('The handler asks for more than was recorded');
    return new Response(answer, { headers: { 'content-type': 'application/json' } });
  };
  await definition.config.handler(payload);
}
