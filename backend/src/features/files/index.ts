export { fileIndexes } from './file.model';
export { type FileFacts, type FileRepository, fileRepository } from './file.repository';
export { fileRoutes } from './file.routes';
export { openFiles } from './open-files';
export { type ReadDeps, readFile } from './read-file';
export { rolesThatSee } from './readers.rules';
export { type UploadDeps, uploadFile } from './upload-file';
