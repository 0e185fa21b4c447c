import ssh2 from 'ssh2';
import type { Attributes, SFTPWrapper } from 'ssh2';
import { Folder } from './folder.mts';

/**
 * One SFTP session, protocol version 3 as OpenSSH speaks it (draft-ietf-secsh-filexfer-02): a rename onto
 * a file that exists is refused, a write into a folder that does not exist too.
 */

const { STATUS_CODE, OPEN_MODE } = ssh2.utils.sftp;

/** A full disk; a file that may not be read; nothing may be written; nothing may be removed. */
export type FaultName = 'noSpace' | 'noRead' | 'noWrite' | 'noRemove';

export interface SessionContext {
	folder: Folder;
	/** Every change, such as `rename /a.part /a`. */
	log: string[];
	faults: ReadonlySet<FaultName>;
}

interface Handle {
	name: string;
	listed: boolean;
	isFolder: boolean;
	writes: boolean;
}

const FILE = 0o100644;
const DIRECTORY = 0o040755;

export function serveSession(sftp: SFTPWrapper, context: SessionContext): void {
	const { folder, log, faults } = context;
	const handles = new Map<number, Handle>();
	let next = 0;
	const open = (entry: Handle): Buffer => {
		const id = next++;
		handles.set(id, entry);
		const handle = Buffer.alloc(4);
		handle.writeUInt32BE(id);
		return handle;
	};
	const find = (handle: Buffer): Handle | undefined =>
		handle.length === 4 ? handles.get(handle.readUInt32BE()) : undefined;
	const attributes = (name: string): Attributes | null => {
		const isFolder = folder.folders.has(name);
		const size = folder.files.get(name)?.length;
		if (!isFolder && size === undefined) return null;
		const mode = isFolder ? DIRECTORY : FILE;
		const mtime = folder.changed.get(name) ?? 0;
		return { mode, uid: 0, gid: 0, size: size ?? 0, atime: mtime, mtime };
	};
	const stat = (id: number, given: string): void => {
		const found = attributes(Folder.clean(given));
		if (found === null) sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
		else sftp.attrs(id, found);
	};
	sftp.on('STAT', stat);
	sftp.on('LSTAT', stat);
	sftp.on('REALPATH', (id, given) => {
		const filename = Folder.clean(given);
		sftp.name(id, [{ filename, longname: filename, attrs: {} as Attributes }]);
	});
	sftp.on('OPEN', (id, given, flags) => {
		const name = Folder.clean(given);
		const writes = (flags & OPEN_MODE.WRITE) !== 0;
		if (!writes && (!folder.files.has(name) || faults.has('noRead'))) {
			const code = folder.files.has(name) ? STATUS_CODE.FAILURE : STATUS_CODE.NO_SUCH_FILE;
			return sftp.status(id, code);
		}
		if (writes && !folder.folders.has(folder.parentOf(name))) {
			return sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
		}
		if (writes && faults.has('noWrite')) return sftp.status(id, STATUS_CODE.PERMISSION_DENIED);
		if (writes) {
			log.push(`write ${name}`);
			if ((flags & OPEN_MODE.TRUNC) !== 0 || !folder.files.has(name)) {
				folder.files.set(name, Buffer.alloc(0));
			}
			folder.changed.set(name, Math.floor(Date.now() / 1000));
		}
		sftp.handle(id, open({ name, listed: false, isFolder: false, writes }));
	});
	sftp.on('WRITE', (id, handle, offset, data) => {
		const entry = find(handle);
		if (entry === undefined || !entry.writes || faults.has('noSpace')) {
			return sftp.status(id, STATUS_CODE.FAILURE);
		}
		const before = folder.files.get(entry.name) ?? Buffer.alloc(0);
		const after = Buffer.alloc(Math.max(before.length, offset + data.length));
		before.copy(after);
		data.copy(after, offset);
		folder.files.set(entry.name, after);
		sftp.status(id, STATUS_CODE.OK);
	});
	sftp.on('READ', (id, handle, offset, length) => {
		const content = folder.files.get(find(handle)?.name ?? '');
		if (content === undefined) return sftp.status(id, STATUS_CODE.FAILURE);
		if (offset >= content.length) return sftp.status(id, STATUS_CODE.EOF);
		sftp.data(id, content.subarray(offset, offset + length));
	});
	sftp.on('FSTAT', (id, handle) => stat(id, find(handle)?.name ?? '/?'));
	sftp.on('FSETSTAT', (id) => sftp.status(id, STATUS_CODE.OK));
	sftp.on('SETSTAT', (id) => sftp.status(id, STATUS_CODE.OK));
	sftp.on('CLOSE', (id, handle) => {
		if (handle.length === 4) handles.delete(handle.readUInt32BE());
		sftp.status(id, STATUS_CODE.OK);
	});
	sftp.on('REMOVE', (id, given) => {
		const name = Folder.clean(given);
		if (faults.has('noRemove')) return sftp.status(id, STATUS_CODE.PERMISSION_DENIED);
		if (!folder.files.delete(name)) return sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
		log.push(`remove ${name}`);
		sftp.status(id, STATUS_CODE.OK);
	});
	sftp.on('RENAME', (id, oldGiven, newGiven) => {
		const [from, to] = [Folder.clean(oldGiven), Folder.clean(newGiven)];
		const content = folder.files.get(from);
		if (content === undefined) return sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
		if (folder.files.has(to)) return sftp.status(id, STATUS_CODE.FAILURE);
		folder.files.set(to, content);
		folder.files.delete(from);
		folder.changed.set(to, folder.changed.get(from) ?? 0);
		folder.changed.delete(from);
		log.push(`rename ${from} ${to}`);
		sftp.status(id, STATUS_CODE.OK);
	});
	sftp.on('MKDIR', (id, given) => {
		folder.folders.add(Folder.clean(given));
		sftp.status(id, STATUS_CODE.OK);
	});
	sftp.on('OPENDIR', (id, given) => {
		const name = Folder.clean(given);
		if (!folder.folders.has(name)) return sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
		sftp.handle(id, open({ name, listed: false, isFolder: true, writes: false }));
	});
	sftp.on('READDIR', (id, handle) => {
		const entry = find(handle);
		if (entry === undefined || !entry.isFolder) return sftp.status(id, STATUS_CODE.FAILURE);
		if (entry.listed) return sftp.status(id, STATUS_CODE.EOF);
		entry.listed = true;
		const names = folder.childrenOf(entry.name).map((name) => ({
			filename: name.slice(name.lastIndexOf('/') + 1),
			// As `ls -l` says it: n8n's client reads from the first letter whether it is a folder.
			longname: `${folder.files.has(name) ? '-rw-r--r--' : 'drwxr-xr-x'} 1 alleo alleo 0 Nov 29 05:00 ${name}`,
			attrs: attributes(name) ?? ({} as Attributes),
		}));
		sftp.name(id, names);
	});
}
