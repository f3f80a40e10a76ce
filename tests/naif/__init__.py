"""Reading done naively: rows in Python lists, a resolver per field, graphql-core's own executor;
and random data and documents to hold the service's reader against it."""
