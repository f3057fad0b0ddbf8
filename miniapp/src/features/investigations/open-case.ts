import { openPage } from '@/platform';

/** The page of one investigation. */
export const openCase = (id: string) => void openPage('/packages/command/case/index', { id });
