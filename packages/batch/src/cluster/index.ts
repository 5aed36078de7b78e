/** The same rules on a ClickHouse cluster: run where the rows are, resumed where a run was stopped. */
export type { ClusterOptions, ClusterSummary } from './run-on-cluster.ts';
export { runOnCluster } from './run-on-cluster.ts';
