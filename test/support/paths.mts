import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** All files below a folder of the project, relative to the project, with `/` between the parts. */
export function filesBelow(folder: string, ending: string): string[] {
	return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.map((name) => `${folder}/${name.split(path.sep).join('/')}`)
		.filter((name) => name.endsWith(ending))
		.sort();
}
