import { Input } from 'antd';
import { enterpriseFileResponse, enterprisesResponse } from '@luodi/server/contract';
import { Link } from 'react-router';
import { BodyName } from '../../components/body-name.tsx';
import { useFactsHeldTexts } from '../../i18n/use-facts-held-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { RoleGate } from '../../session/role-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { addressOf, usePageParameters } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { DisputeView, WaitingDisputes } from './disputes.tsx';
import { HeldFactsTable } from './held-facts-table.tsx';
import styles from './facts-held.module.css';

const address = '/enterprise-facts';

function EnterpriseFile({ id, own }: { readonly id: string; readonly own: boolean }) {
  const { file, dispute } = useFactsHeldTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const query = useHeld(`/api/enterprises/${encodeURIComponent(id)}/facts`, enterpriseFileResponse);
  return (
    <ServerGate query={query} elsewhere={<Link to={`${address}${kept}`}>{file.back}</Link>}>
      {({ enterprise, facts, disputes }) => (
        <>
          {!own && <Link to={`${address}${kept}`}>{file.back}</Link>}
          <section className={styles.panel}>
            <h2>{language === 'zh' ? enterprise.name : enterprise.nameEn}</h2>
            <div className={styles.row}>
              <span>
                {file.code} <span className="figure">{enterprise.creditCode}</span>
              </span>
              <span>
                {file.district}{' '}
                {enterprise.district !== null && <BodyName name={enterprise.district} />}
              </span>
            </div>
          </section>
          <HeldFactsTable facts={facts} mayDispute={own} />
          {disputes.length > 0 && <h2 className={styles.title}>{dispute.title}</h2>}
          {disputes.map((each) => (
            <DisputeView key={each.id} dispute={each} named={false} />
          ))}
        </>
      )}
    </ServerGate>
  );
}

function Search() {
  const { file } = useFactsHeldTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const [read, change] = usePageParameters();
  const words = read('q');
  const query = useHeld(
    `/api/enterprises?search=${encodeURIComponent(words)}`,
    enterprisesResponse,
  );
  return (
    <>
      <Input.Search
        aria-label={file.search}
        placeholder={file.search}
        defaultValue={words}
        allowClear
        style={{ maxWidth: 480 }}
        onSearch={(q) => change({ q })}
      />
      <ServerGate query={query}>
        {({ enterprises }) => (
          <>
            <p className="quiet" aria-live="polite">
              {enterprises.length === 0 ? file.noneFound : file.found(enterprises.length)}
            </p>
            <ul className={styles.found}>
              {enterprises.map(({ id, name, nameEn, creditCode, district }) => (
                <li key={id}>
                  <Link to={addressOf(address, kept, { enterprise: id })}>
                    {language === 'zh' ? name : nameEn}
                  </Link>{' '}
                  <span className="quiet">
                    <span className="figure">{creditCode}</span>{' '}
                    {district !== null && <BodyName name={district} />}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </ServerGate>
    </>
  );
}

/** 企业档案: what is held about an enterprise, for itself and for those who work with it. */
export function FactsHeldPage() {
  const { file } = useFactsHeldTexts();
  const [read] = usePageParameters();
  const chosen = read('enterprise');
  return (
    <>
      <h1>{file.title}</h1>
      <p className="quiet">{file.intro}</p>
      <RoleGate roles={['enterprise', 'officer', 'finance', 'auditor']}>
        {({ office }) => {
          if (office.role === 'enterprise') return <EnterpriseFile id={office.organisation} own />;
          if (chosen !== '') return <EnterpriseFile id={chosen} own={false} />;
          return (
            <>
              {office.role === 'officer' && <WaitingDisputes />}
              <Search />
            </>
          );
        }}
      </RoleGate>
    </>
  );
}
