import path from 'node:path';

/** The files of the SFTP stand-in, in memory: one tree for everybody who logs in. */
export class Folder {
	readonly files = new Map<string, Buffer>();
	readonly folders = new Set<string>(['/']);
	/** When each file was written, in seconds since 1970; 0 where nobody said. */
	readonly changed = new Map<string, number>();

	static clean(given: string): string {
		return path.posix.normalize(path.posix.join('/', given)).replace(/(.)\/$/, '$1');
	}

	parentOf(name: string): string {
		return path.posix.dirname(name);
	}

	childrenOf(folder: string): string[] {
		return [...this.folders, ...this.files.keys()]
			.filter((name) => name !== '/' && this.parentOf(name) === folder)
			.sort();
	}

	/** A file as text; throws where there is none, which is what a test wants to hear. */
	text(name: string): string {
		const content = this.files.get(Folder.clean(name));
		if (content === undefined) {
			throw new Error(`no ${name}; there is ${[...this.files.keys()].join(', ') || 'nothing'}`);
		}
		return content.toString('utf8');
	}

	put(name: string, content: string | Buffer, at = new Date()): void {
		const clean = Folder.clean(name);
		this.folders.add(this.parentOf(clean));
		this.files.set(clean, Buffer.from(content));
		this.changed.set(clean, Math.floor(at.getTime() / 1000));
	}
}
