import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './skema';

export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { Date: string; DateTime: string };
}>();
