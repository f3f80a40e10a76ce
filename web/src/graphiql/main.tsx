import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './graphiql.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { AWAL, HEADER } from './awal';

const url = new URL('/graphql', location.href).href;

// Isi penyunting header juga menjadi payload connection_init.
const fetcher = createGraphiQLFetcher({ url, subscriptionUrl: url.replace(/^http/, 'ws') });

createRoot(document.getElementById('graphiql')!).render(
  <GraphiQL
    fetcher={fetcher}
    defaultQuery={AWAL}
    defaultHeaders={HEADER}
    defaultEditorToolsVisibility="headers"
    shouldPersistHeaders
  />,
);
