#include <hearsay/actions/actions.hpp>
