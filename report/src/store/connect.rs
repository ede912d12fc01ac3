//! Opening a store with what the environment gives, as the tools of those who run it do.

use std::sync::Arc;
use std::time::Duration;

use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::azure::{AzureConfigKey, MicrosoftAzureBuilder};
use object_store::gcp::{GoogleCloudStorageBuilder, GoogleConfigKey};
use object_store::http::HttpBuilder;
use object_store::{BackoffConfig, ClientConfigKey, ClientOptions, ObjectStore, RetryConfig};

use super::error::hint;
use super::{Address, StoreError, StoreKind};

/// Seconds for one answer: a part of an object and no more.
const ANSWER: &str = "120 seconds";

/// How often, and for how long, what fails is asked again.
fn patience() -> RetryConfig {
    RetryConfig {
        backoff: BackoffConfig {
            init_backoff: Duration::from_millis(100),
            max_backoff: Duration::from_secs(4),
            base: 2.0,
        },
        max_retries: 5,
        retry_timeout: Duration::from_secs(60),
    }
}

/// Opens the store of an address, and sees that there are credentials.
pub(super) async fn open(address: &Address) -> Result<Arc<dyn ObjectStore>, StoreError> {
    match address.kind {
        StoreKind::S3 => s3(address).await,
        StoreKind::Google => google(address).await,
        StoreKind::Azure => azure(address).await,
        StoreKind::Web => web(address),
    }
}

fn settings(address: &Address) -> StoreError {
    StoreError::Settings {
        address: address.root.clone(),
        hint: hint(address.kind),
    }
}

fn no_credentials(address: &Address) -> StoreError {
    StoreError::NoCredentials {
        address: address.root.clone(),
        hint: hint(address.kind),
    }
}

fn yes(value: Option<String>) -> bool {
    value.is_some_and(|value| {
        matches!(
            value.to_lowercase().as_str(),
            "true" | "1" | "yes" | "on" | "y" | "t"
        )
    })
}

async fn s3(address: &Address) -> Result<Arc<dyn ObjectStore>, StoreError> {
    let timeout = AmazonS3ConfigKey::Client(ClientConfigKey::Timeout);
    let builder = AmazonS3Builder::from_env()
        .with_config(timeout, ANSWER)
        .with_url(&address.root)
        .with_retry(patience());
    let open = yes(builder.get_config_value(&AmazonS3ConfigKey::SkipSignature));
    let store = builder.build().map_err(|_| settings(address))?;
    if !open && store.credentials().get_credential().await.is_err() {
        return Err(no_credentials(address));
    }
    Ok(Arc::new(store))
}

async fn google(address: &Address) -> Result<Arc<dyn ObjectStore>, StoreError> {
    let timeout = GoogleConfigKey::Client(ClientConfigKey::Timeout);
    let builder = GoogleCloudStorageBuilder::from_env()
        .with_config(timeout, ANSWER)
        .with_url(&address.root)
        .with_retry(patience());
    let open = yes(builder.get_config_value(&GoogleConfigKey::SkipSignature));
    let store = builder.build().map_err(|_| settings(address))?;
    if !open && store.credentials().get_credential().await.is_err() {
        return Err(no_credentials(address));
    }
    Ok(Arc::new(store))
}

async fn azure(address: &Address) -> Result<Arc<dyn ObjectStore>, StoreError> {
    let timeout = AzureConfigKey::Client(ClientConfigKey::Timeout);
    let builder = MicrosoftAzureBuilder::from_env()
        .with_config(timeout, ANSWER)
        .with_url(&address.root)
        .with_retry(patience());
    let open = yes(builder.get_config_value(&AzureConfigKey::SkipSignature));
    let store = builder.build().map_err(|_| settings(address))?;
    if !open && store.credentials().get_credential().await.is_err() {
        return Err(no_credentials(address));
    }
    Ok(Arc::new(store))
}

/// A server gives a file in one piece, however long that takes; a pause is looked for where the file is read.
fn web(address: &Address) -> Result<Arc<dyn ObjectStore>, StoreError> {
    // Only this machine has an address that is not encrypted: others were refused.
    let options = ClientOptions::new()
        .with_allow_http(address.root.starts_with("http://"))
        .with_timeout_disabled();
    let store = HttpBuilder::new()
        .with_url(&address.root)
        .with_client_options(options)
        .with_retry(patience())
        .build()
        .map_err(|_| settings(address))?;
    Ok(Arc::new(store))
}
