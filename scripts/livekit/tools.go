//go:build tools

// Package tools keeps the LiveKit server in go.mod, so that go.sum pins every module it is built from.
package tools

import _ "github.com/livekit/livekit-server/cmd/server"
