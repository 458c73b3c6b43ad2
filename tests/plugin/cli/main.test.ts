import { describe, expect, it } from 'vitest';
import { run } from './run.ts';

const COMMANDS = ['demo', 'workspace', 'check', 'deadline', 'size'];

describe('tag-policy', () => {
  it.each([
    [[], 2],
    [['--help'], 0],
    [['help'], 0],
  ] as const)('%j shows the commands, exit %i', async (args, code) => {
    const result = await run(...args);
    expect([result.code, result.err]).toEqual([code, '']);
    expect(result.out).toMatch(/^Usage: tag-policy \[options\] \[command\]/);
    for (const command of COMMANDS) expect(result.out).toContain(`\n  ${command} [options]`);
  });

  it.each(COMMANDS)('%s --help shows its options, --json among them', async (command) => {
    const result = await run(command, '--help');
    expect([result.code, result.err]).toEqual([0, '']);
    expect(result.out).toContain(`Usage: tag-policy ${command} [options]`);
    expect(result.out).toMatch(/\n {2}--json /);
    expect(await run('help', command)).toEqual(result);
  });

  it('--version says the version', async () => {
    expect(await run('--version')).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+$/), err: '' });
  });

  it.each<[readonly string[], string]>([
    [['nope'], "unknown command 'nope'"],
    [['chek', 'a.csv'], 'Did you mean check?'],
    [['--nope'], "unknown option '--nope'"],
    [['deadline', '--from', 'x', '--days', '1', '--nope'], "unknown option '--nope'"],
    [['help', 'nope'], 'Usage: tag-policy'],
    [['demo', '--language', 'de'], 'Allowed choices are en, zh-CN, zh-TW.'],
    [['workspace', '--port', '65536'], 'Give a port from 0 to 65535 (0: any free one).'],
    [['workspace', '--port', '-1'], 'Give a port from 0 to 65535 (0: any free one).'],
    [['workspace', '--port', '80a'], 'Give a port from 0 to 65535 (0: any free one).'],
    [['workspace', '--clock', '2026-09-30'], 'Give an instant with offset, such as 2026-09-30T09:00:00+08:00.'],
    [['workspace', '--clock', '2026-09-30T25:00:00Z'], 'Give an instant with offset'],
  ])('%j is wrong use, exit 2', async (args, message) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('tells wrong use in JSON when JSON is wanted', async () => {
    const { code, out, err } = await run('chek', '--json');
    expect([code, err]).toEqual([2, '']);
    expect(JSON.parse(out)).toEqual({ error: { message: "unknown command 'chek'\n(Did you mean check?)" } });
  });
});
