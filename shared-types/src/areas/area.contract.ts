import { endpoint } from '../contract';
import { AreaId } from '../primitives/areas';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { AreaView } from './area.schema';

export const listAreas = endpoint({
  name: 'listAreas',
  method: 'GET',
  path: '/areas',
  access: 'signedIn',
  query: z.strictObject({ ...pageQuery, parent: z.optional(AreaId) }),
  response: pageOf(AreaView),
  problems: ['not-found'],
  summary: 'The places directly below one place (or the county).',
});
