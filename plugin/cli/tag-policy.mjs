#!/usr/bin/env node
// Plain JavaScript, so that it runs on any Node: the product needs Node 24, which `npm ci` brings along.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const run = async () => {
  const { main } = await import('./main.ts');
  // A reader such as `head` may leave before the end; what it does not want to read is no failure.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  process.exitCode = await main(process.argv.slice(2));
  // Left to end by itself, Node takes its signal handlers down before it is gone, and a second Ctrl-C would kill it halfway.
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))));
  process.exit();
};

/** Runs the command on another Node and takes its end for our own; whoever stops us stops it. */
const runOn = (node) => {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`error: ${node} cannot be started: ${error.message}`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
  });
};

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const bundled = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
if (major > 24 || (major === 24 && minor >= 5)) await run();
else if (existsSync(bundled)) runOn(bundled);
else {
  console.error(`tag-policy needs Node 24.5 or later (this is ${process.version}); run "npm ci" to bring it along`);
  process.exitCode = 2;
}
