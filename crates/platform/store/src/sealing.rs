//! Sealing and opening inside a unit, by the record's key, which the unit finds and forgets.

use std::sync::Arc;

use record::Id;
use vault::{DataKey, Place, Plain, Sealable, Sealed};

use crate::{StoreError, Work};

impl Work {
    async fn key(&self, record: Id) -> Result<Arc<DataKey>, StoreError> {
        let mut inner = self.inner().await;
        inner.on()?;
        match inner.records.get(&record) {
            None => return Err(StoreError::NotJoined),
            Some(Some(key)) => return Ok(key.clone()),
            Some(None) => {}
        }
        // A person opens by the wrap of their own organisation and by no other.
        let org = self.actor().member().map(|member| member.org);
        let key = self
            .store
            .keyring()
            .data_key(&mut inner, record, org)
            .await?;
        let key = Arc::new(key);
        inner.records.insert(record, Some(key.clone()));
        Ok(key)
    }

    pub(crate) async fn new_key(&self, record: Id) {
        let key = Arc::new(DataKey::generate());
        self.inner().await.records.insert(record, Some(key));
    }

    /// Forgets the key of a record: whoever needs it again must find a wrap.
    pub(crate) async fn forget_key(&self, record: Id) {
        self.inner().await.records.insert(record, None);
    }

    /// Adds a wrap of the record's key for one more organisation.
    pub async fn share_key(&self, record: Id, org: Id) -> Result<(), StoreError> {
        self.must_write().await?;
        let key = self.key(record).await?;
        let mut inner = self.inner().await;
        self.store
            .keyring()
            .wrap(&mut inner, &key, record, org)
            .await
    }

    /// Seals a value of a record for its place.
    pub async fn seal<T: Sealable>(
        &self,
        record: Id,
        place: &Place<'_>,
        value: &Plain<T>,
    ) -> Result<Sealed<T>, StoreError> {
        Ok(self.key(record).await?.seal(place, value))
    }

    /// Opens a sealed value of a record. The unit's entry in the ledger is the trace of it.
    pub async fn open<T: Sealable>(
        &self,
        record: Id,
        place: &Place<'_>,
        sealed: &Sealed<T>,
    ) -> Result<Plain<T>, StoreError> {
        Ok(self.key(record).await?.open(place, sealed)?)
    }
}
