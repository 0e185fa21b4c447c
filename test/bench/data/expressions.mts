import { createRequire } from 'node:module';
import path from 'node:path';
import { Expression } from 'n8n-workflow';
import { N8N } from '../tool/build.mts';

/** n8n's server starts one of several evaluators for expressions; without that the oldest is used. */

interface EngineConfig {
	engine: 'legacy' | 'vm' | 'quickjs';
	poolSize: number;
	maxCodeCacheSize: number;
	bridgeTimeout: number;
	bridgeMemoryLimit: number;
	idleTimeout: number | undefined;
	lazyAcquire: boolean;
	compileCache: boolean;
}

/** The installed n8n's own defaults (n8n 2.41.1 dist/commands/base-command.js starts it like this). */
export async function startExpressionEngine(legacy: boolean): Promise<string> {
	const load = createRequire(path.join(N8N, 'n8n', 'package.json'));
	const file = path.join(N8N, '@n8n', 'config', 'dist', 'configs', 'expression-engine.config.js');
	load('reflect-metadata');
	const { ExpressionEngineConfig } = load(file) as {
		ExpressionEngineConfig: new () => EngineConfig;
	};
	const { idleTimeout, ...config } = new ExpressionEngineConfig();
	const engine = legacy ? 'legacy' : config.engine;
	Expression.setExpressionEngine(engine);
	await Expression.initExpressionEngine({
		...config,
		engine,
		...(idleTimeout === undefined ? {} : { idleTimeoutMs: idleTimeout * 1000 }),
	});
	return engine;
}

export const stopExpressionEngine = async (): Promise<void> => {
	await Expression.disposeExpressionEngine();
};
