/** Where one server listens and keeps its data. */
export interface ServerPlace {
  readonly folder: string;
  readonly httpPort: number;
  readonly tcpPort: number;
}

export const clusterName = 'luodi';

function remoteServers(places: readonly ServerPlace[]): string {
  const shards = places.map(
    ({ tcpPort }) =>
      `<shard><replica><host>127.0.0.1</host><port>${tcpPort}</port></replica></shard>`,
  );
  return `<remote_servers><${clusterName}>${shards.join('')}</${clusterName}></remote_servers>`;
}

/**
 * The configuration of one server of the cluster. The root element has the name that version 18 demands and
 * later versions still read.
 */
export function serverConfig(place: ServerPlace, cluster: readonly ServerPlace[]): string {
  return `<?xml version="1.0"?>
<yandex>
  <logger><level>warning</level><log>${place.folder}/server.log</log><errorlog>${place.folder}/error.log</errorlog></logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${place.httpPort}</http_port>
  <tcp_port>${place.tcpPort}</tcp_port>
  <path>${place.folder}/data/</path>
  <tmp_path>${place.folder}/tmp/</tmp_path>
  <user_files_path>${place.folder}/files/</user_files_path>
  <format_schema_path>${place.folder}/schemas/</format_schema_path>
  <users_config>users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>67108864</mark_cache_size>
  <timezone>UTC</timezone>
  ${remoteServers(cluster)}
</yandex>
`;
}

/** One user without a password, from this machine only; the servers live as long as a test. */
export const usersConfig = `<?xml version="1.0"?>
<yandex>
  <profiles><default></default></profiles>
  <users><default>
    <password></password>
    <networks><ip>127.0.0.1</ip></networks>
    <profile>default</profile>
    <quota>default</quota>
  </default></users>
  <quotas><default></default></quotas>
</yandex>
`;
