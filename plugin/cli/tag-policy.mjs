#!/usr/bin/env node
// Plain JavaScript, so that it runs on any Node: the product needs Node 24, which `npm ci` brings along.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > 24 || (major === 24 && minor >= 5)) {
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const bundled = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
  if (!existsSync(bundled)) {
    console.error(`tag-policy needs Node 24.5 or later (this is ${process.version}); run "npm ci" to bring it along`);
    process.exitCode = 2;
  } else {
    const { status } = spawnSync(bundled, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
      stdio: 'inherit',
    });
    process.exitCode = status ?? 2;
  }
}
