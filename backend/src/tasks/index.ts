export { type EntryHandler, handleByKind } from './fire-by-kind';
export { type Task, type TaskAssignment, type TaskKind, taskIndexes, taskModel } from './task.model';
export { taskMachines } from './task-machines';
