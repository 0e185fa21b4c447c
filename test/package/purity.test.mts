import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, ROOT } from '../support/paths.mts';
import { impurities } from '../support/purity.mts';

describe('core is pure: no n8n, no I/O, no clock, no randomness', () => {
	test.each(filesBelow('core', '.ts'))('%s', (file) => {
		const found = impurities(readFileSync(path.join(ROOT, file), 'utf8'), file);
		expect(found).toEqual([]);
	});

	const BAD: Array<[string, string]> = [
		['n8n', "import { sleep } from 'n8n-workflow';"],
		['n8n-core', "import type { X } from 'n8n-core';"],
		['a node', "import { x } from '../nodes/shared/http';"],
		['a credential', "import { x } from '../../credentials/AlleoApi.credentials';"],
		['a stand-in', "import { x } from '../sandbox/world/types';"],
		['the file system', "import fs from 'node:fs';"],
		['the file system without prefix', "import { readFileSync } from 'fs';"],
		['HTTP', "import http from 'node:http';"],
		['another package', "import _ from 'lodash';"],
		['re-export of n8n', "export * from 'n8n-workflow';"],
		['randomness of crypto', "import { randomUUID } from 'node:crypto';"],
		['all of crypto', "import * as crypto from 'node:crypto';"],
		['dynamic import', "export const x = async () => await import('./y');"],
		['require', "const fs = require('fs');"],
		['Date.now', 'export const now = () => Date.now();'],
		['new Date()', 'export const now = () => new Date().toISOString();'],
		['new Date without brackets', 'export const now = () => new Date;'],
		['Date()', 'export const now = () => Date();'],
		['Math.random', 'export const roll = () => Math.random();'],
		['fetch', "export const get = () => fetch('https://example.test');"],
		['process', "export const zone = () => process.env['TZ'];"],
		['globalThis', 'export const g = globalThis;'],
		['console', "export const log = () => console.log('x');"],
		['timers', 'export const wait = (f: () => void) => setTimeout(f, 1);'],
		['performance', 'export const t = () => performance.now();'],
		['web crypto', 'export const id = () => crypto.randomUUID();'],
		['local time zone', 'export const y = (d: Date) => d.getFullYear();'],
		['locale', 'export const s = (n: number) => n.toLocaleString();'],
		['eval', "export const x = eval('1');"],
	];
	test.each(BAD)('the scan notices %s', (_name, source) => {
		expect(impurities(source)).not.toEqual([]);
	});

	test('the scan accepts what core may do', () => {
		const good = `
			import { createHash } from 'node:crypto';
			import { z } from 'zod';
			import { parse } from './dates';
			// Date.now(), fetch and process are words here.
			export const text = 'process.env and new Date()';
			export const utc = (y: number) => new Date(Date.UTC(y, 0, 1)).toISOString();
			export const field = { process: 1, fetch: z.string() }.process;
			export const hash = (s: string) => createHash('sha256').update(parse(s)).digest('hex');
		`;
		expect(impurities(good)).toEqual([]);
	});
});
