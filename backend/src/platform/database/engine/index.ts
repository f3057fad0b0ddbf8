export { describeElapsed } from './cargo-progress';
export { clearData } from './clear-data';
export { type Engine, type Report, withoutCredentials } from './engine';
export { readHolder } from './folder-lock';
export { freePort } from './free-port';
export { type KeptProcess, logTail, startKept } from './kept-process';
export { cacheFolder } from './locate';
export { type StartEngineOptions, startEngine } from './start-engine';
